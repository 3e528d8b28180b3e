package dev.assay.training.losses;

import static dev.assay.keras.Fixtures.classes;
import static dev.assay.keras.Fixtures.floats;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.keras.Fixtures;
import dev.assay.keras.activations.Activation;
import dev.assay.keras.losses.Labels;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.losses.Outputs;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.training.Labelled;
import dev.assay.keras.training.TensorData;
import dev.assay.training.Trainings;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Losses and gradients far out, at zero, and where an output is not a number. */
class LossEdgesTest {
  private static final int OUTPUTS = 3;

  static Stream<Loss> withLogits() {
    return Stream.concat(
        LossValuesTest.all().stream(),
        Stream.of(
            Loss.BINARY_CROSSENTROPY.fromLogits(),
            Loss.BINARY_FOCAL_CROSSENTROPY.fromLogits(),
            Loss.BINARY_FOCAL_CROSSENTROPY.fromLogits().gamma(0.5),
            Loss.BINARY_FOCAL_CROSSENTROPY.fromLogits().gamma(0),
            Loss.CATEGORICAL_CROSSENTROPY.fromLogits(),
            Loss.SPARSE_CATEGORICAL_CROSSENTROPY.fromLogits()));
  }

  private static boolean takesPositiveOutputs(Loss loss) {
    return loss.outputs() == Outputs.PROBABILITIES || loss.equals(Loss.POISSON);
  }

  @ParameterizedTest
  @MethodSource("withLogits")
  void lossesAndGradientsAreFiniteFarOutAndAtZero(Loss loss) {
    double[] far = {1e4, -1e4, 0, 0, 0, 0, -1e4, 1e4, 1e4, 1e-30, -1e-30, 88};
    double[] positive = {1, 0, 0, 0, 0, 0, 0, 1, 1, 1e-30, 0, 1};
    double[] outputs = takesPositiveOutputs(loss) ? positive : far;
    boolean sums = loss.outputs() == Outputs.PROBABILITIES && !loss.key().startsWith("binary");
    if (sums) {
      outputs = new double[] {1, 0, 0, 0.5, 0.5, 0, 0, 0, 1, 1e-30, 0, 1};
    }

    LossSlope slope = LossSlope.of(loss, Activation.LINEAR, outputs, OUTPUTS, classes(1, 0, 2, 1));

    assertThat(slope.loss()).isFinite();
    for (float value : slope.gradient()) {
      assertThat(value).isFinite();
    }
  }

  @ParameterizedTest
  @MethodSource("withLogits")
  void anOutputThatIsNotANumberMakesTheLossNan(Loss loss) {
    TensorData outputs = floats(List.of(2, 3), 0.2, 0.3, 0.5, 0.1, Double.NaN, 0.6);
    for (int label = 0; label < OUTPUTS; label++) {
      Labelled data = new Labelled(outputs, classes(0, label));
      ModelGraph graph =
          Fixtures.graph(outputs, Fixtures.FROZEN, loss, List.of(), Fixtures.identity());

      assertThat(Trainings.evaluate(graph, Map.of(), data)).containsEntry("loss", Double.NaN);
    }
  }

  /** With probabilities of 0 and 1 that no sigmoid made, as Keras: clipped, no gradient beyond. */
  @Test
  void logitsBehindASigmoidKeepTheirGradient() {
    double[] logits = {200, -200};
    for (Loss loss : List.of(Loss.BINARY_CROSSENTROPY, Loss.BINARY_FOCAL_CROSSENTROPY)) {
      LossSlope slope = LossSlope.of(loss, Activation.SIGMOID, logits, 1, classes(0, 1));

      assertThat(slope.loss()).isEqualTo(200);
      assertThat(slope.gradient()).containsExactly(0.5f, -0.5f);
    }
  }

  @Test
  void labelsOfHingeMayBeMinusOne() {
    double[] outputs = {0.5, -0.25, 2};
    LossSlope zeros = LossSlope.of(Loss.HINGE, Activation.LINEAR, outputs, 1, classes(0, 1, 0));
    LossSlope signs = LossSlope.of(Loss.HINGE, Activation.LINEAR, outputs, 1, classes(-1, 1, -1));

    assertThat(zeros.loss()).isCloseTo((1.5 + 1.25 + 3) / 3, Offset.offset(1e-6));
    assertThat(signs.loss()).isEqualTo(zeros.loss());
    assertThat(signs.gradient()).isEqualTo(zeros.gradient());
  }

  @Test
  void aLossSaysWhichLabelsItFits() {
    assertThat(Loss.SPARSE_CATEGORICAL_CROSSENTROPY.labels()).containsExactly(Labels.CLASS_NUMBERS);
    assertThat(Loss.CATEGORICAL_CROSSENTROPY.labels()).containsExactly(Labels.ONE_HOT);
    assertThat(Loss.BINARY_CROSSENTROPY.labels())
        .containsExactlyInAnyOrder(Labels.ZERO_OR_ONE, Labels.ONE_HOT);
    assertThat(Loss.MEAN_SQUARED_ERROR.labels()).doesNotContain(Labels.CLASS_NUMBERS);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void smoothingIsAShare(double smoothing) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Loss.CATEGORICAL_CROSSENTROPY.labelSmoothing(smoothing))
        .withMessage(
            "CategoricalCrossentropy: labelSmoothing must be in [0, 1]. Received: " + smoothing);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Loss.BINARY_CROSSENTROPY.labelSmoothing(smoothing));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Loss.BINARY_FOCAL_CROSSENTROPY.classBalancing(smoothing));
  }

  @Test
  void argumentsAreChecked() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Loss.HUBER.delta(0))
        .withMessage("Huber: delta must be positive. Received: 0.0");
    assertThatIllegalArgumentException().isThrownBy(() -> Loss.HUBER.delta(Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> Loss.BINARY_FOCAL_CROSSENTROPY.gamma(-1));
  }
}
