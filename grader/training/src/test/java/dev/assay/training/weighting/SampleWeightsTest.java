package dev.assay.training.weighting;

import static dev.assay.keras.Fixtures.classes;
import static dev.assay.keras.Fixtures.floats;
import static dev.assay.keras.Fixtures.targets;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.keras.Fixtures;
import dev.assay.keras.activations.Activation;
import dev.assay.keras.initializers.Constant;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.metrics.Metric;
import dev.assay.keras.models.LabelFunction;
import dev.assay.keras.models.Model;
import dev.assay.keras.models.Sequential;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.optimizers.Optimizer;
import dev.assay.keras.optimizers.SGD;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.Labelled;
import dev.assay.keras.training.TensorData;
import dev.assay.training.Trainings;
import dev.assay.training.Trainings.Run;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One weight that is 1; the inputs 1 and 2 have the targets 3 and 5, so the errors are 2 and 3. */
class SampleWeightsTest {
  private static final TensorData FEATURES = floats(List.of(2, 1), 1, 2);
  private static final Labelled DATA = new Labelled(FEATURES, targets(3, 5));
  private static final FitPlan PLAN = FitPlan.epochs(1);
  private static final LabelFunction LABELS = (tf, x, y) -> y;

  private static Model model(Optimizer optimizer) {
    return Sequential.of(Dense.of(1).useBias(false).kernelInitializer(new Constant(1)))
        .compile(optimizer, Loss.MEAN_SQUARED_ERROR, Metric.MEAN_SQUARED_ERROR);
  }

  private static Run train(Model model, FitPlan plan, Labelled data) {
    ModelGraph graph =
        ModelGraph.trace(model, Fixtures.spec(data.features()), Fixtures.spec(data.labels()), 1);
    return Trainings.train(graph, plan, data);
  }

  private static Run train(LabelFunction weights) {
    return train(model(Fixtures.FROZEN).sampleWeights(weights), PLAN, DATA);
  }

  @Test
  void theLossIsDividedByTheBatchAndOnlyTheTrainingLossIsWeighted() {
    Run run = train(LABELS);

    assertThat(run.value(1, "loss")).isCloseTo((3 * 4 + 5 * 9) / 2.0, within(1e-5));
    assertThat(run.value(1, "mse")).isCloseTo(6.5, within(1e-6));
    assertThat(run.value(1, "val_loss")).isCloseTo(6.5, within(1e-6));
  }

  @Test
  void weightsMayBeOfTheFeaturesAndAColumn() {
    assertThat(train((tf, x, y) -> x).value(1, "loss")).isCloseTo((4 + 2 * 9) / 2.0, within(1e-5));
  }

  /** The gradient is mean(weight * 2 (x - t) x) = (3 * -4 + 5 * -12) / 2. */
  @Test
  void theGradientIsWeighted() {
    Run run = train(model(SGD.withLearningRate(0.001)).sampleWeights(LABELS), PLAN, DATA);

    assertThat(run.best("dense/kernel")).containsExactly(new float[] {1.036f}, Fixtures.FLOAT);
  }

  @Test
  void anExampleThatWeighsTwoIsTheSameAsThatExampleTwice() {
    Labelled one = new Labelled(floats(List.of(2, 2), 1, 2, -1, 3), classes(0, 1));
    Labelled twice = new Labelled(floats(List.of(2, 2), 1, 2, 1, 2), classes(0, 0));
    Model plain =
        Sequential.of(
                Dense.of(3).activation(Activation.TANH), Dense.of(2).activation(Activation.SOFTMAX))
            .compile(SGD.withLearningRate(0.5), Loss.SPARSE_CATEGORICAL_CROSSENTROPY);
    Model weighted =
        plain.sampleWeights(
            (tf, x, y) -> tf.math.mul(tf.constant(2f), tf.math.sub(tf.constant(1f), y)));

    float[] expected = train(plain, PLAN, twice).best("dense/kernel");

    assertThat(expected).hasSize(6);
    assertThat(train(weighted, PLAN, one).best("dense/kernel"))
        .containsExactly(expected, Fixtures.FLOAT);
  }

  @Test
  void classWeightsMultiplyThem() {
    Labelled data = new Labelled(FEATURES, classes(0, 1));
    Model model = model(Fixtures.FROZEN).sampleWeights((tf, x, y) -> x);

    // The errors are 1 and 1.
    assertThat(train(model, PLAN.classWeights(Map.of(0, 3f, 1, 5f)), data).value(1, "loss"))
        .isCloseTo((3 * 1 + 5 * 2) / 2.0, within(1e-5));
  }

  @Test
  void theLastFunctionGivenCounts() {
    Model model = model(Fixtures.FROZEN).sampleWeights((tf, x, y) -> x).sampleWeights(LABELS);

    assertThat(train(model, PLAN, DATA).value(1, "loss")).isCloseTo(28.5, within(1e-5));
  }

  private static void refused(LabelFunction weights, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> train(weights))
        .withMessageContaining(message);
  }

  @Test
  void weightsOfAnotherShapeAreRefusedWithTheNextStep() {
    refused(
        (tf, x, y) -> tf.concat(List.of(x, x), tf.constant(1)),
        "sampleWeights must return a weight for each example, of shape (batch) or (batch, 1)."
            + " Received: (None, 2). Reduce its other axes, with tf.math.mean for example.");
    refused(
        (tf, x, y) -> tf.constant(new float[] {1, 2}),
        "The function for the sampleWeights must return something for each example, the batch"
            + " first. Received: shape [2]. Compute it from x or y.");
  }

  /** What only the batch shows: here a single weight, whose shape is not known before. */
  @Test
  void moreOrFewerWeightsThanExamplesEndTraining() {
    assertThatThrownBy(
            () -> train((tf, x, y) -> tf.gatherNd(y, tf.where(tf.math.equal(y, tf.constant(3f))))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Expected dimension 2 at axis 0 of the input shaped [1]");
  }

  @Test
  void theServedGraphHasNoWeights() {
    Model model = model(Fixtures.FROZEN).sampleWeights(LABELS);
    ModelGraph graph =
        ModelGraph.trace(model, Fixtures.spec(FEATURES), Fixtures.spec(DATA.labels()), 1);

    assertThat(graph.graphDef().getNodeList())
        .extracting(node -> node.getName())
        .contains("training/sample_weights")
        .doesNotContain("serving/sample_weights");
    assertThat(graph.manifest().heads().sampleWeights()).isTrue();
  }
}
