package dev.assay.training.outputs;

import static dev.assay.keras.Fixtures.classes;
import static dev.assay.keras.Fixtures.floats;
import static dev.assay.training.outputs.TwoOutputs.DATA;
import static dev.assay.training.outputs.TwoOutputs.MSE;
import static dev.assay.training.outputs.TwoOutputs.graph;
import static dev.assay.training.outputs.TwoOutputs.train;
import static dev.assay.training.outputs.TwoOutputs.twoOutputs;
import static dev.assay.training.outputs.TwoOutputs.weight;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.keras.Fixtures;
import dev.assay.keras.callbacks.ModelCheckpoint;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Input;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.LayerContext;
import dev.assay.keras.layers.Node;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.metrics.Metric;
import dev.assay.keras.models.Functional;
import dev.assay.keras.models.Model;
import dev.assay.keras.models.OutputSpec;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.optimizers.SGD;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.Labelled;
import dev.assay.keras.training.TrainingResult.StopReason;
import dev.assay.training.Predictor;
import dev.assay.training.Trainings;
import dev.assay.training.Trainings.Run;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** Models of several outputs: their losses, gradients and names. */
class OutputsTest {
  /** The errors are 2 and 3, and 1 and 1. */
  @Test
  void theLossIsTheWeightedSumAndEachOutputReportsItsOwn() {
    Run run = train(twoOutputs(Fixtures.FROZEN, MSE, MSE.lossWeight(0.5)), DATA);

    assertThat(run.result().history().get(0).values().keySet())
        .containsExactly(
            "loss",
            "dense_loss",
            "dense_1_loss",
            "dense_mae",
            "dense_1_mae",
            "val_loss",
            "val_dense_loss",
            "val_dense_1_loss",
            "val_dense_mae",
            "val_dense_1_mae");
    for (String prefix : List.of("", "val_")) {
      assertThat(run.value(1, prefix + "loss")).isCloseTo(6.5 + 0.5, within(1e-6));
      assertThat(run.value(1, prefix + "dense_loss")).isCloseTo(6.5, within(1e-6));
      assertThat(run.value(1, prefix + "dense_1_loss")).isCloseTo(1, within(1e-6));
      assertThat(run.value(1, prefix + "dense_mae")).isCloseTo(2.5, within(1e-6));
      assertThat(run.value(1, prefix + "dense_1_mae")).isCloseTo(1, within(1e-6));
    }
  }

  /** The gradients are mean(2 (w x - t) x), so -8, and 0.5 * -3. */
  @Test
  void everyOutputTrainsItsWeights() {
    Run run = train(twoOutputs(SGD.withLearningRate(0.01), MSE, MSE.lossWeight(0.5)), DATA);

    assertThat(run.best("dense/kernel")).containsExactly(new float[] {1.08f}, Fixtures.FLOAT);
    assertThat(run.best("dense_1/kernel")).containsExactly(new float[] {2.015f}, Fixtures.FLOAT);
  }

  @Test
  void sharedLayersGetTheGradientsOfAllOutputs() {
    Input x = Input.layer();
    Node shared = weight(1).apply(x);
    Layer half = Layer.lambda((tf, value) -> tf.math.mul(value, tf.constant(0.5f)));
    Model model =
        Functional.of(x, shared, half.apply(shared)).compile(SGD.withLearningRate(0.01), MSE, MSE);

    // mean(2 (x - t) x) = -8, and mean(2 (x / 2 - t) x / 2) = (-2.5 - 8) / 2.
    assertThat(train(model, DATA).best("dense/kernel"))
        .containsExactly(new float[] {1 + 0.01f * (8 + 5.25f)}, Fixtures.FLOAT);
  }

  @Test
  void theFirstOutputIsTheModels() {
    ModelGraph graph = graph(twoOutputs(Fixtures.FROZEN, MSE, MSE), DATA);
    Map<String, float[]> weights =
        Map.of("dense/kernel", new float[] {1}, "dense_1/kernel", new float[] {2});

    assertThat(graph.manifest().output().shape()).containsExactly(1);
    try (Predictor predictor = new Predictor(graph, weights, 1)) {
      assertThat(predictor.predict(DATA.features())).containsExactly(1, 2);
      assertThat(predictor.predictAll(DATA.features()))
          .containsExactly(new float[] {1, 2}, new float[] {2, 4});
    }
  }

  @Test
  void oneLossIsForAllOutputsAsInKeras() {
    Input x = Input.layer();
    Model model =
        Functional.of(x, weight(1).apply(x), weight(2).apply(x))
            .compile(Fixtures.FROZEN, Loss.MEAN_SQUARED_ERROR, Metric.MEAN_ABSOLUTE_ERROR);

    assertThat(model.compilation().heads()).containsExactly(MSE, MSE);
  }

  /** A model of one output has the keys that it always had, whatever its loss weighs. */
  @Test
  void aSingleOutputHasNoNameInTheHistory() {
    Input x = Input.layer();
    Model model = Functional.of(x, weight(1).apply(x)).compile(Fixtures.FROZEN, MSE.lossWeight(2));
    Run run = train(model, DATA);

    assertThat(run.result().history().get(0).values().keySet())
        .containsExactly("loss", "mae", "val_loss", "val_mae");
    assertThat(run.value(1, "loss")).isCloseTo(13, within(1e-6));
  }

  @Test
  void outputsAreNamedByTheirLayersAndEachNameOnce() {
    Input x = Input.layer();
    Dense dense = weight(1);
    Node once = dense.apply(x);
    Model model =
        Functional.of(
                x,
                once,
                dense.apply(once),
                Layer.lambda((tf, value) -> tf.math.neg(value)).apply(once))
            .compile(Fixtures.FROZEN, Loss.MEAN_SQUARED_ERROR);

    assertThat(graph(model, DATA).manifest().heads().outputs())
        .extracting(OutputSpec::name)
        .containsExactly("dense", "dense_1", "lambda");
  }

  @Test
  void anOutputNeverLooksLikeTheValidationSet() {
    Input x = Input.layer();
    Model model =
        Functional.of(x, weight(1).apply(x), new Val(weight(2)).apply(x))
            .compile(Fixtures.FROZEN, Loss.MEAN_SQUARED_ERROR);

    assertThat(graph(model, DATA).manifest().keys().losses())
        .containsExactly("dense_loss", "output_val_loss");
  }

  private record Val(Dense inner) implements Layer {
    @Override
    public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
      return context.call(inner, input);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "val_dense_1_accuracy, true",
    "dense_auc_1, true",
    "val_auc, true",
    "val_dense_loss, false",
    "dense_mae, false",
    "val_loss, false",
    "val_r2_score_loss, false",
    "inaccuracy, false"
  })
  void whatIsBetterIsKnownOfEveryOutputsKeys(String key, boolean higher) {
    assertThat(Metric.higherIsBetter(key)).isEqualTo(higher);
  }

  @Test
  void anOutputsKeyCanBeWatched() {
    FitPlan plan = FitPlan.epochs(3).callbacks(ModelCheckpoint.best("val_dense_1_mae"));
    Model model = twoOutputs(SGD.withLearningRate(0.01), MSE, MSE);

    assertThat(Trainings.train(graph(model, DATA), plan, DATA).result().bestEpoch()).isEqualTo(3);
  }

  @Test
  void anyOutputThatIsNotANumberIsDivergence() {
    Input x = Input.layer();
    Node logOfNegative =
        Layer.lambda((tf, value) -> tf.math.log(tf.math.neg(value))).apply(weight(1).apply(x));
    Model model =
        Functional.of(x, weight(1).apply(x), logOfNegative)
            .compile(Fixtures.FROZEN, Loss.MEAN_SQUARED_ERROR);

    assertThat(train(model, DATA).result().stopReason()).isEqualTo(StopReason.DIVERGED);
  }

  @Test
  void classWeightsAreOfAllOutputs() {
    Labelled data = new Labelled(floats(List.of(2, 1), 1, 2), classes(0, 1));
    ModelGraph graph = graph(twoOutputs(Fixtures.FROZEN, MSE, MSE), data);
    FitPlan plan = FitPlan.epochs(1).classWeights(Map.of(1, 3f));

    // The errors are 1 and 1, and 2 and 3.
    assertThat(Trainings.train(graph, plan, data).value(1, "loss"))
        .isCloseTo((1 + 3) / 2.0 + (4 + 27) / 2.0, within(1e-5));
  }
}
