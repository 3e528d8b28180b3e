package dev.assay.diagnosis.rules.values;

import static dev.assay.diagnosis.Exercise.CARS;
import static dev.assay.diagnosis.Exercise.DIGITS;
import static dev.assay.diagnosis.Exercise.PLANTS;
import static dev.assay.keras.activations.Activation.RELU;
import static dev.assay.keras.activations.Activation.SOFTMAX;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.diagnosis.Known;
import dev.assay.diagnosis.Measured;
import dev.assay.diagnosis.Told;
import dev.assay.diagnosis.facts.Observations;
import dev.assay.diagnosis.rules.UnitRules;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Discretization;
import dev.assay.keras.layers.Embedding;
import dev.assay.keras.layers.Flatten;
import dev.assay.keras.layers.Input;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.Node;
import dev.assay.keras.layers.Normalization;
import dev.assay.keras.layers.RandomContrast;
import dev.assay.keras.layers.Rescaling;
import dev.assay.keras.layers.Reshape;
import dev.assay.keras.layers.Subtract;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.models.Functional;
import dev.assay.protocol.ModelMeasurement.Values;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tensorflow.types.TFloat32;

/** What is left of values that layers cut off or compare. */
class RangeRulesTest {
  private static Observations towers(boolean same) {
    Input in = Input.layer();
    Node x = Normalization.layer().apply(in);
    Node left = Dense.of(8).activation(RELU).apply(x);
    Node right = Dense.of(8).activation(RELU).apply(x);
    Node difference = Subtract.layer().apply(left, same ? left : right);
    return CARS.of(
        Functional.of(in, Dense.of(1).apply(difference)).compile(Loss.MEAN_SQUARED_ERROR));
  }

  @Test
  void aValueMinusItselfIsNothing() {
    Finding finding = Told.only(towers(true), FindingCode.INPUT_IGNORED);
    assertThat(finding.arguments())
        .containsEntry("layer", "dense_1")
        .containsEntry("by", "subtract");
    assertThat(finding.message()).contains("subtract gives 0 only");
    assertThat(Told.codes(towers(false))).isEmpty();
  }

  /** Two calls of one layer on one input compute the same. */
  @Test
  void aLayerMinusItselfIsNothing() {
    Input in = Input.layer();
    Node x = Normalization.layer().apply(in);
    Layer shared = Dense.of(8).activation(RELU);
    Node difference = Subtract.layer().apply(shared.apply(x), shared.apply(x));
    Observations known =
        CARS.of(Functional.of(in, Dense.of(1).apply(difference)).compile(Loss.MEAN_SQUARED_ERROR));
    assertThat(Told.only(known, FindingCode.INPUT_IGNORED).arguments())
        .containsEntry("by", "subtract");
  }

  @Test
  void measurementsAreNoNumbersOfWords() {
    Observations known = PLANTS.of(Embedding.of(10, 4), Flatten.layer(), Dense.of(3, SOFTMAX));
    Finding finding = Told.only(known, FindingCode.VALUES_CUT);
    assertThat(finding.arguments()).containsEntry("reason", "LOOKUP");
    assertThat(finding.message()).contains("Embedding (embedding)", "3.1 and 3.9");
    Observations bins =
        PLANTS.of(
            Discretization.bins(10), Embedding.of(10, 4), Flatten.layer(), Dense.of(3, SOFTMAX));
    assertThat(Told.codes(bins)).isEmpty();
  }

  /** Nobody needs another activation there. */
  @Test
  void unitsThatNothingCouldReachHaveNotDied() {
    Observations known = towers(true);
    String zeros =
        known.serving().operations().stream()
            .filter(node -> node.getOp().equals("Sub") && node.getName().contains("subtract"))
            .findFirst()
            .orElseThrow()
            .getName();
    Values nothing = new Values(zeros, 8, 8, 8, 8, 0, 0, 0);
    Observations failed = Known.failed(Known.measured(known, Measured.values(nothing)));
    assertThat(UnitRules.dead(failed)).isEmpty();
  }

  private static Observations ink(float threshold) {
    return DIGITS.of(
        Rescaling.by(1.0 / 255),
        Layer.lambda(
            (tf, x) -> tf.dtypes.cast(tf.math.greater(x, tf.constant(threshold)), TFloat32.class)),
        Flatten.layer(),
        Dense.of(16, RELU),
        Dense.of(10, SOFTMAX));
  }

  @Test
  void aThresholdThatNoPixelReachesMakesAllImagesAlike() {
    Finding finding = Told.only(ink(127), FindingCode.INPUT_IGNORED);
    assertThat(finding.arguments()).containsEntry("by", "lambda");
    assertThat(finding.advice()).contains("threshold");
    assertThat(RangeRules.constant(ink(0.5f))).isEmpty();
    assertThat(RangeRules.constant(ink(1))).isEmpty();
  }

  private static List<Finding> contrast(double high, boolean scaled) {
    Layer layer = RandomContrast.of(0.2).valueRange(0, high);
    return RangeRules.cut(
        DIGITS.of(
            Reshape.to(28, 28, 1),
            scaled ? Rescaling.by(1.0 / 255) : layer,
            scaled ? layer : Rescaling.by(1.0 / 255),
            Flatten.layer(),
            Dense.of(10, SOFTMAX)));
  }

  @Test
  void contrastIsChangedInTheRangeOfThePixels() {
    Finding finding = Told.only(contrast(1, false), FindingCode.VALUES_CUT);
    assertThat(finding.arguments())
        .containsEntry("layer", "random_contrast")
        .containsEntry("limit", 1.0)
        .containsEntry("most", 255.0);
    assertThat(contrast(255, false)).isEmpty();
    assertThat(contrast(200, false)).isEmpty();
    assertThat(contrast(1, true)).isEmpty();
    assertThat(contrast(255, true)).isEmpty();
  }
}
