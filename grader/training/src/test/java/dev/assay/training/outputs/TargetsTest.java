package dev.assay.training.outputs;

import static dev.assay.keras.Fixtures.classes;
import static dev.assay.keras.Fixtures.floats;
import static dev.assay.training.outputs.TwoOutputs.DATA;
import static dev.assay.training.outputs.TwoOutputs.MSE;
import static dev.assay.training.outputs.TwoOutputs.graph;
import static dev.assay.training.outputs.TwoOutputs.train;
import static dev.assay.training.outputs.TwoOutputs.twoOutputs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.assay.keras.Fixtures;
import dev.assay.keras.activations.Activation;
import dev.assay.keras.callbacks.ModelCheckpoint;
import dev.assay.keras.initializers.Constant;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Flatten;
import dev.assay.keras.layers.Input;
import dev.assay.keras.layers.Node;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.metrics.Metric;
import dev.assay.keras.models.Functional;
import dev.assay.keras.models.Head;
import dev.assay.keras.models.LabelFunction;
import dev.assay.keras.models.Model;
import dev.assay.keras.models.TensorSpec;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.optimizers.SGD;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.Labelled;
import dev.assay.training.Trainings;
import dev.assay.training.Trainings.Run;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tensorflow.types.TFloat32;

/** What the outputs of a model are trained towards. */
class TargetsTest {
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

    Run first = Trainings.train(graph(model, data), plan, data);
    Run all =
        Trainings.train(graph(model, data), plan.callbacks(ModelCheckpoint.best("val_loss")), data);

    assertThat(first.result().bestEpoch()).isEqualTo(1);
    assertThat(all.result().bestEpoch()).isEqualTo(4);
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

  @Test
  void targetsNeedToKnowWhatLabelsAre() {
    Model model = twoOutputs(Fixtures.FROZEN, MSE, MSE).target(1, (tf, x, y) -> x);
    TensorSpec input = Fixtures.spec(DATA.features());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ModelGraph.trace(model, input, 1))
        .withMessageContaining("functions of the labels");
    Labelled others = new Labelled(DATA.features(), classes(1, 2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Trainings.train(graph(model, DATA), FitPlan.epochs(1), others))
        .withMessageContaining("built for labels FLOAT32 of shape (None). Received: INT32");
  }
}
