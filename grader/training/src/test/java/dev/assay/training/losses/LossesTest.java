package dev.assay.training.losses;

import static dev.assay.keras.Fixtures.classes;
import static dev.assay.keras.Fixtures.floats;
import static dev.assay.keras.Fixtures.targets;
import static dev.assay.keras.losses.Loss.BINARY_CROSSENTROPY;
import static dev.assay.keras.losses.Loss.CATEGORICAL_CROSSENTROPY;
import static dev.assay.keras.losses.Loss.MEAN_SQUARED_ERROR;
import static dev.assay.keras.losses.Loss.SPARSE_CATEGORICAL_CROSSENTROPY;
import static java.lang.Math.log;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.keras.Fixtures;
import dev.assay.keras.activations.Activation;
import dev.assay.keras.initializers.Constant;
import dev.assay.keras.initializers.Initializer;
import dev.assay.keras.layers.ActivationLayer;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.optimizers.SGD;
import dev.assay.keras.regularizers.L2;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.Labelled;
import dev.assay.keras.training.TensorData;
import dev.assay.training.Trainings;
import dev.assay.training.Trainings.Run;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Losses by their formulas; the features are the model's outputs, or the logits of its activation.
 */
class LossesTest {
  private static final double E = Math.E;
  private static final Layer NONE = Fixtures.identity();
  private static final Layer SIGMOID = ActivationLayer.of(Activation.SIGMOID);
  private static final Layer SOFTMAX = ActivationLayer.of(Activation.SOFTMAX);

  private static Arguments expect(
      Loss loss, Layer end, TensorData outputs, TensorData labels, double value) {
    return Arguments.of(loss, end.type(), end, new Labelled(outputs, labels), value);
  }

  private static TensorData column(double... values) {
    return floats(List.of(values.length, 1), values);
  }

  private static TensorData row(double... values) {
    return floats(List.of(1, values.length), values);
  }

  static Stream<Arguments> ofOneOutput() {
    Loss logits = BINARY_CROSSENTROPY.fromLogits();
    double nearlyZero = 1 - (1 - 1e-7f); // what float32 makes of Keras's epsilon of 1e-7
    return Stream.of(
        expect(MEAN_SQUARED_ERROR, NONE, column(1, 2, 4), targets(0, 2, 1), 10.0 / 3),
        expect(
            BINARY_CROSSENTROPY, NONE, column(0.9, 0.2), classes(1, 0), -(log(0.9) + log(0.8)) / 2),
        expect(BINARY_CROSSENTROPY, NONE, column(0), classes(1), -log(1e-7)),
        expect(BINARY_CROSSENTROPY, NONE, column(1), classes(0), -log(nearlyZero)),
        expect(BINARY_CROSSENTROPY, NONE, column(0, 1), classes(0, 1), 0),
        expect(logits, NONE, column(0, 0), classes(0, 1), log(2)),
        expect(logits, NONE, column(2, -1), classes(1, 1), (log(1 + 1 / (E * E)) + log(1 + E)) / 2),
        expect(logits, NONE, column(1000, -1000), classes(1, 0), 0),
        expect(logits, NONE, column(1000, -1000), classes(0, 1), 1000),
        expect(BINARY_CROSSENTROPY, SIGMOID, column(1000, -1000), classes(1, 0), 0),
        expect(BINARY_CROSSENTROPY, SIGMOID, column(1000, -1000), classes(0, 1), 1000));
  }

  static Stream<Arguments> ofSeveralOutputs() {
    double first = log(E * E + E + 1) - 2;
    return Stream.of(
            List.of(CATEGORICAL_CROSSENTROPY, CATEGORICAL_CROSSENTROPY.fromLogits()),
            List.of(SPARSE_CATEGORICAL_CROSSENTROPY, SPARSE_CATEGORICAL_CROSSENTROPY.fromLogits()))
        .flatMap(losses -> ofSeveralOutputs(losses.get(0), losses.get(1), first));
  }

  private static Stream<Arguments> ofSeveralOutputs(Loss loss, Loss logits, double first) {
    return Stream.of(
        expect(loss, NONE, row(0.2, 0.5, 0.3), classes(1), log(2)),
        expect(loss, NONE, row(0.2, 0.4, 0.2), classes(1), log(2)),
        expect(loss, NONE, row(0, 0, 1), classes(1), -log(1e-7)),
        expect(loss, SOFTMAX, row(2, 1, 0), classes(0), first),
        expect(loss, SOFTMAX, row(1000, -1000, 0), classes(0), 0),
        expect(loss, SOFTMAX, row(1000, -1000, 0), classes(1), 2000),
        expect(logits, NONE, row(2, 1, 0), classes(0), first),
        expect(logits, NONE, row(1000, -1000, 0), classes(1), 2000));
  }

  /** The numbers are Keras's, of a model whose softmax was forgotten. */
  static Stream<Arguments> ofOutputsThatAreNoProbabilities() {
    TensorData outputs = floats(List.of(2, 3), 2, -1, 0.5, 0.3, 1.2, -2);
    Layer softplus = ActivationLayer.of(Activation.SOFTPLUS);
    return Stream.of(
        expect(SPARSE_CATEGORICAL_CROSSENTROPY, NONE, outputs, classes(0, 2), 8.39296),
        expect(SPARSE_CATEGORICAL_CROSSENTROPY, softplus, outputs, classes(0, 2), 1.78763),
        expect(CATEGORICAL_CROSSENTROPY, NONE, outputs, classes(0, 2), 1.2e-7),
        expect(CATEGORICAL_CROSSENTROPY, softplus, outputs, classes(0, 2), 1.71564));
  }

  /** Class numbers become one-hot vectors for these too. */
  static Stream<Arguments> asMeanOverOutputs() {
    return Stream.of(
        expect(MEAN_SQUARED_ERROR, NONE, row(0.2, 0.6), classes(1), (0.04 + 0.16) / 2),
        expect(BINARY_CROSSENTROPY, NONE, row(0.2, 0.6), classes(1), -(log(0.8) + log(0.6)) / 2));
  }

  @ParameterizedTest(name = "{0} after {1} is {4}")
  @MethodSource({
    "ofOneOutput",
    "ofSeveralOutputs",
    "ofOutputsThatAreNoProbabilities",
    "asMeanOverOutputs"
  })
  void aLossHasItsFormulasValue(
      Loss loss, String type, Layer end, Labelled outputs, double expected) {
    ModelGraph graph = Fixtures.graph(outputs.features(), Fixtures.FROZEN, loss, List.of(), end);

    double value = Trainings.evaluate(graph, Map.of(), outputs).getOrDefault("loss", Double.NaN);

    assertThat(value).isCloseTo(expected, Offset.offset(1e-5 + 1e-5 * expected));
  }

  /** The gradient is sigmoid(weight) - label, so a step of rate 1 is label - sigmoid(weight). */
  @ParameterizedTest
  @CsvSource({"0,1,0.5", "0,0,-0.5", "1000,0,999", "1000,1,1000", "-1000,1,-999", "-1000,0,-1000"})
  void binaryGradientsAreRightFarOutAndAtZero(float weight, int label, float after) {
    for (Activation end : List.of(Activation.LINEAR, Activation.SIGMOID)) {
      Loss loss = end == Activation.LINEAR ? BINARY_CROSSENTROPY.fromLogits() : BINARY_CROSSENTROPY;
      Dense layer =
          Dense.of(1).useBias(false).activation(end).kernelInitializer(new Constant(weight));
      Labelled data = new Labelled(column(1), classes(label));
      ModelGraph graph =
          Fixtures.graph(data.features(), SGD.withLearningRate(1), loss, List.of(), layer);

      Run run = Trainings.train(graph, FitPlan.epochs(1), data);

      assertThat(run.best("dense/kernel")).containsExactly(after);
    }
  }

  @Test
  void penaltiesAreAddedOnceToLossAndValidationLoss() {
    Dense layer = Dense.of(1).kernelInitializer(new Constant(0.5f)).kernelRegularizer(L2.of(0.1));
    Dense last = Dense.of(1).kernelInitializer(Initializer.ONES).kernelRegularizer(L2.of(0.01));
    TensorData features = floats(List.of(5, 2), 1, 1, 2, 2, 3, 3, 4, 4, 5, 5);
    Labelled train = new Labelled(features, targets(1, 2, 3, 4, 5));
    Labelled validation = new Labelled(features, targets(0, 1, 2, 3, 4));
    ModelGraph graph =
        Fixtures.graph(features, Fixtures.FROZEN, MEAN_SQUARED_ERROR, List.of(), layer, last);

    Run run = Trainings.train(graph, FitPlan.epochs(1).batchSize(2), train, validation, 1);

    double penalty = 0.1 * (0.25 + 0.25) + 0.01;
    assertThat(run.value(1, "loss")).isCloseTo(penalty, Percentage.withPercentage(0.001));
    assertThat(run.value(1, "val_loss")).isCloseTo(1 + penalty, Percentage.withPercentage(0.001));
  }

  @Test
  void thePenaltyPullsTheWeightsDown() {
    Dense layer =
        Dense.of(1).useBias(false).kernelInitializer(new Constant(2)).kernelRegularizer(L2.of(0.1));
    Labelled data = new Labelled(column(1), targets(2));
    ModelGraph graph =
        Fixtures.graph(
            data.features(), SGD.withLearningRate(0.5), MEAN_SQUARED_ERROR, List.of(), layer);

    Run run = Trainings.train(graph, FitPlan.epochs(1), data);

    assertThat(run.best("dense/kernel")).containsExactly(2 - 0.5f * 2 * 0.1f * 2);
  }
}
