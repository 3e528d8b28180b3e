package dev.assay.keras;

import static dev.assay.keras.Fixtures.classes;
import static dev.assay.keras.Fixtures.floats;
import static dev.assay.keras.Fixtures.targets;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.assay.keras.Fixtures.Run;
import dev.assay.keras.activations.Activation;
import dev.assay.keras.callbacks.ModelCheckpoint;
import dev.assay.keras.initializers.Constant;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Flatten;
import dev.assay.keras.layers.Input;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.LayerContext;
import dev.assay.keras.layers.Node;
import dev.assay.keras.layers.Reshape;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.metrics.Metric;
import dev.assay.keras.models.Compilation;
import dev.assay.keras.models.Functional;
import dev.assay.keras.models.Head;
import dev.assay.keras.models.LabelFunction;
import dev.assay.keras.models.Model;
import dev.assay.keras.models.ModelGraph;
import dev.assay.keras.models.OutputSpec;
import dev.assay.keras.models.Sequential;
import dev.assay.keras.models.TensorSpec;
import dev.assay.keras.optimizers.Optimizer;
import dev.assay.keras.optimizers.SGD;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.Labelled;
import dev.assay.keras.training.Predictor;
import dev.assay.keras.training.TrainingResult.StopReason;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** Models of several outputs, their targets, and the labels that do not fit them. */
class OutputsTest {
  private static final Head MSE = Head.of(Loss.MEAN_SQUARED_ERROR, Metric.MEAN_ABSOLUTE_ERROR);
  private static final Labelled DATA = new Labelled(floats(List.of(2, 1), 1, 2), targets(3, 5));

  private static Dense weight(double initial) {
    return Dense.of(1).useBias(false).kernelInitializer(new Constant((float) initial));
  }

  /** The outputs x and 2 x, each with a weight of its own. */
  private static Model twoOutputs(Optimizer optimizer, Head first, Head second) {
    Input x = Input.layer();
    return Functional.of(x, weight(1).apply(x), weight(2).apply(x))
        .compile(optimizer, first, second);
  }

  private static ModelGraph graph(Model model, Labelled data) {
    return ModelGraph.trace(model, Fixtures.spec(data.features()), Fixtures.spec(data.labels()), 1);
  }

  private static Run train(Model model, Labelled data) {
    return Fixtures.train(graph(model, data), FitPlan.epochs(1), data);
  }

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

  /**
   * A rate of 1.1 throws the first weight from one side of its target to the other, 1.2 times as
   * far each step; the second's loss, which weighs a fiftieth, is the larger one and falls.
   */
  @Test
  void withoutACheckpointTheFirstOutputsLossChoosesTheBestEpoch() {
    Labelled data = new Labelled(floats(List.of(1, 1), 1), floats(List.of(1, 2), 2, 50));
    Model model =
        twoOutputs(SGD.withLearningRate(1.1), MSE, MSE.lossWeight(0.02))
            .target(0, LabelFunction.columns(0, 1))
            .target(1, LabelFunction.columns(1, 2));
    FitPlan plan = FitPlan.epochs(4);

    Run first = Fixtures.train(graph(model, data), plan, data);
    Run all =
        Fixtures.train(graph(model, data), plan.callbacks(ModelCheckpoint.best("val_loss")), data);

    assertThat(first.result().bestEpoch()).isEqualTo(1);
    assertThat(all.result().bestEpoch()).isEqualTo(4);
  }

  @Test
  void anOutputsKeyCanBeWatched() {
    FitPlan plan = FitPlan.epochs(3).callbacks(ModelCheckpoint.best("val_dense_1_mae"));
    Model model = twoOutputs(SGD.withLearningRate(0.01), MSE, MSE);

    assertThat(Fixtures.train(graph(model, DATA), plan, DATA).result().bestEpoch()).isEqualTo(3);
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
    assertThat(Fixtures.train(graph, plan, data).value(1, "loss"))
        .isCloseTo((1 + 3) / 2.0 + (4 + 27) / 2.0, within(1e-5));
  }

  @Test
  void anAutoencodersTargetIsItsInput() {
    Labelled data = new Labelled(floats(List.of(2, 2, 1), 1, 2, 3, 4), classes(0, 1));
    Input x = Input.layer();
    Node flat = Flatten.layer().apply(x);
    Dense classifier = Dense.of(2).activation(Activation.SOFTMAX);
    Dense decoder = Dense.of(2).kernelInitializer(new Constant(0)).useBias(false);
    Model model =
        Functional.of(x, classifier.apply(flat), decoder.apply(flat))
            .compile(
                Fixtures.FROZEN,
                Head.of(Loss.SPARSE_CATEGORICAL_CROSSENTROPY),
                Head.of(Loss.MEAN_SQUARED_ERROR))
            .target(1, (tf, features, labels) -> features);

    Run run = train(model, data);

    assertThat(run.value(1, "dense_1_loss")).isCloseTo(30 / 4.0, within(1e-5));
    assertThat(run.value(1, "val_dense_1_loss")).isCloseTo(30 / 4.0, within(1e-5));
  }

  @Test
  void outputsMayTakeColumnsOfTheLabels() {
    Labelled data = new Labelled(DATA.features(), floats(List.of(2, 3), 3, 7, 8, 5, 9, 10));
    Model model =
        twoOutputs(Fixtures.FROZEN, MSE, MSE)
            .target(0, LabelFunction.columns(0, 1))
            .target(1, LabelFunction.columns(2, 3));

    Run run = train(model, data);

    assertThat(run.value(1, "dense_loss")).isCloseTo(6.5, within(1e-6));
    assertThat(run.value(1, "dense_1_loss")).isCloseTo((36 + 36) / 2.0, within(1e-5));
  }

  /** Class 0 where the label is below 4, else class 1. */
  @Test
  void aComputedClassNumberBecomesAOneHotVector() {
    Input x = Input.layer();
    Dense two = Dense.of(2).kernelInitializer(new Constant(0)).activation(Activation.SOFTMAX);
    Model model =
        Functional.of(x, two.apply(x))
            .compile(
                Fixtures.FROZEN,
                Head.of(Loss.SPARSE_CATEGORICAL_CROSSENTROPY, Metric.SPARSE_CATEGORICAL_ACCURACY))
            .target(
                0,
                (tf, features, labels) ->
                    tf.dtypes.cast(tf.math.greater(labels, tf.constant(4f)), TFloat32.class));
    Run run = train(model, DATA);

    assertThat(run.value(1, "loss")).isCloseTo(Math.log(2), within(1e-5));
    assertThat(run.value(1, "sparse_categorical_accuracy")).isEqualTo(0.5);
  }

  private static void refused(Model model, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> graph(model, DATA))
        .withMessageContaining(message);
  }

  @Test
  void targetsThatDoNotFitAreRefusedWithTheNextStep() {
    Model model = twoOutputs(Fixtures.FROZEN, MSE, MSE);
    refused(
        model.target(1, (tf, x, y) -> tf.concat(List.of(x, x), tf.constant(1))),
        "output 1 has shape (None, 1), but its target has (None, 2). Return as many");
    refused(model.target(1, (tf, x, y) -> tf.constant(1f)), "Compute it from x or y.");
    refused(
        model.target(1, LabelFunction.columns(1, 2)),
        "the labels have no columns 1 to 1. Received: labels (None)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model.target(2, (tf, x, y) -> x))
        .withMessage("target: the model's outputs are 0 to 1. Received: 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LabelFunction.columns(2, 2))
        .withMessageContaining("Received: 2, 2");
  }

  @Test
  void targetsNeedToKnowWhatLabelsAre() {
    Model model = twoOutputs(Fixtures.FROZEN, MSE, MSE).target(1, (tf, x, y) -> x);
    TensorSpec input = Fixtures.spec(DATA.features());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ModelGraph.trace(model, input, 1))
        .withMessageContaining("functions of the labels");
    Labelled others = new Labelled(DATA.features(), classes(1, 2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Fixtures.train(graph(model, DATA), FitPlan.epochs(1), others))
        .withMessageContaining("built for labels FLOAT32 of shape (None). Received: INT32");
  }

  @Test
  void eachOutputNeedsAHead() {
    Input x = Input.layer();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Functional.of(x, weight(1).apply(x)).compile(Fixtures.FROZEN, MSE, MSE))
        .withMessage("compile: a Head is needed for each of the model's 1 outputs. Received: 2");
    Model broken =
        new Model() {
          private final Model whole = twoOutputs(Fixtures.FROZEN, MSE, MSE);

          @Override
          public Compilation compilation() {
            return whole.compilation();
          }

          @Override
          public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
            return whole.call(context, input);
          }
        };
    refused(broken, "The model has 2 heads, but its call returned 1 outputs.");
  }

  @ParameterizedTest
  @CsvSource({"-0.1", "NaN", "Infinity"})
  void lossWeightsAreChecked(double weight) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MSE.lossWeight(weight))
        .withMessageContaining("lossWeight must be finite and at least 0. Received: ");
  }

  @Test
  void outputsOfSeveralAxesCannotBeTrained() {
    Input x = Input.layer();
    Model model =
        Functional.of(x, weight(1).apply(x), Reshape.to(1, 1).apply(weight(1).apply(x)))
            .compile(Fixtures.FROZEN, Loss.MEAN_SQUARED_ERROR);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> train(model, DATA))
        .withMessageContaining(
            "Received: (None, 1, 1) of reshape. Put Flatten before the last Dense");
  }

  private static Model classifier(int... outputs) {
    Input x = Input.layer();
    Node[] nodes = new Node[outputs.length];
    for (int i = 0; i < outputs.length; i++) {
      nodes[i] = Dense.of(outputs[i]).activation(Activation.SOFTMAX).apply(x);
    }
    return Functional.of(x, nodes[0], Arrays.copyOfRange(nodes, 1, nodes.length))
        .compile(Fixtures.FROZEN, Loss.SPARSE_CATEGORICAL_CROSSENTROPY);
  }

  private static void refusesLabels(Model model, Labelled train, Labelled validation, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Fixtures.train(graph(model, train), FitPlan.epochs(1), train, validation, 1))
        .withMessageContaining(why);
  }

  @Test
  void classNumbersBeyondTheOutputsAreRefusedBeforeTraining() {
    Labelled good = new Labelled(DATA.features(), classes(2, 0));
    Labelled tooLarge = new Labelled(DATA.features(), classes(0, 3));
    Labelled negative = new Labelled(DATA.features(), classes(-1, 0));
    refusesLabels(
        classifier(3),
        tooLarge,
        good,
        "class numbers from 0 to 2, as dense has 3 outputs. Received: 3 for example 1. The last"
            + " layer needs an output for each class, or a single one for a number.");
    refusesLabels(classifier(3), good, negative, "Received: -1 for example 0.");
    refusesLabels(classifier(3, 2), good, good, "as dense_1 has 2 outputs. Received: 2");
    Labelled half = new Labelled(DATA.features(), targets(0, 1.5));
    refusesLabels(classifier(3), half, half, "Received: 1.5 for example 1.");
    refusesLabels(
        classifier(1),
        good,
        good,
        "The loss sparse_categorical_crossentropy compares the outputs of an example, of which"
            + " dense has 1. Give the last layer an output for each class");
    refusesLabels(
        Sequential.of(Dense.of(1)).compile(Fixtures.FROZEN, Loss.BINARY_CROSSENTROPY),
        good,
        good,
        "Labels must be from 0 to 1, as dense has 1 output and the loss is binary_crossentropy."
            + " Received: 2 for example 0. Several classes need an output each");
    assertThat(train(classifier(3), good).result().history()).hasSize(1);
  }
}
