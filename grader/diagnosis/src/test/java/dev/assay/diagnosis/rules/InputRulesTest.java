package dev.assay.diagnosis.rules;

import static dev.assay.diagnosis.Exercise.CARS;
import static dev.assay.diagnosis.Exercise.DIGITS;
import static dev.assay.diagnosis.Exercise.PLANTS;
import static dev.assay.diagnosis.Exercise.TUMOURS;
import static dev.assay.keras.activations.Activation.RELU;
import static dev.assay.keras.activations.Activation.SIGMOID;
import static dev.assay.keras.activations.Activation.SOFTMAX;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.diagnosis.Exercise;
import dev.assay.diagnosis.Known;
import dev.assay.diagnosis.Measured;
import dev.assay.diagnosis.Told;
import dev.assay.diagnosis.facts.DataFacts;
import dev.assay.diagnosis.facts.Observations;
import dev.assay.diagnosis.outline.InputScaling;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.keras.layers.BatchNormalization;
import dev.assay.keras.layers.Conv2D;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Flatten;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.Normalization;
import dev.assay.keras.layers.ReLU;
import dev.assay.keras.layers.Rescaling;
import dev.assay.keras.layers.Reshape;
import dev.assay.protocol.ModelMeasurement.Values;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What reaches the first weights. */
class InputRulesTest {
  private static Observations digits(Layer... first) {
    Layer[] layers = new Layer[first.length + 3];
    System.arraycopy(first, 0, layers, 0, first.length);
    layers[first.length] = Flatten.layer();
    layers[first.length + 1] = Dense.of(64, RELU);
    layers[first.length + 2] = Dense.of(10, SOFTMAX);
    return DIGITS.of(layers);
  }

  private static Observations tumours(Layer... first) {
    Layer[] layers = new Layer[first.length + 2];
    System.arraycopy(first, 0, layers, 0, first.length);
    layers[first.length] = Dense.of(8, RELU);
    layers[first.length + 1] = Dense.of(1, SIGMOID);
    return TUMOURS.of(layers);
  }

  @Test
  void pixelsThatNothingScalesAreTooLarge() {
    Finding finding = Told.only(digits(), FindingCode.INPUT_SCALE);
    assertThat(finding.arguments())
        .containsEntry("layer", "dense")
        .containsEntry("size", 78.6)
        .containsEntry("image", true);
    assertThat(finding.snippet()).isEqualTo("Rescaling.by(1.0 / 255),");
    assertThat(Told.only(Known.over(digits(), null), FindingCode.INPUT_SCALE).arguments())
        .containsEntry("size", 80.0);
  }

  @Test
  void columnsThatNothingScalesAreTooLarge() {
    Finding finding = Told.only(tumours(), FindingCode.INPUT_SCALE);
    assertThat(finding.arguments()).containsEntry("size", 743.0).containsEntry("image", false);
    assertThat(finding.snippet()).isEqualTo("Normalization.layer(),");
    assertThat(
            Told.only(
                    CARS.of(Rescaling.by(0.5), Dense.of(8, RELU), Dense.of(1)),
                    FindingCode.INPUT_SCALE)
                .arguments())
        .containsEntry("size", 1547.5);
  }

  @Test
  void aSizeOfTenIsLarge() {
    assertThat(Told.codes(Known.over(tumours(), sizes(9.99)))).isEmpty();
    assertThat(Told.codes(Known.over(tumours(), sizes(10)))).containsExactly("INPUT_SCALE");
  }

  private static DataFacts sizes(double size) {
    DataFacts facts = TUMOURS.data();
    return new DataFacts(
        facts.train(),
        facts.validation(),
        facts.classCounts(),
        List.of(1.0, size),
        facts.targets());
  }

  @Test
  void whatWasMeasuredCountsMoreThanWhatIsComputed() {
    Observations known = tumours();
    String tensor = InputScaling.of(known.serving()).get(0).tensor();
    Observations small =
        Known.measured(known, Measured.values(new Values(tensor, 30, 0, 0, 0, 1, 2, 1)));
    assertThat(InputRules.scale(small)).isEmpty();
    Observations large =
        Known.measured(
            PLANTS.of(Dense.of(8, RELU), Dense.of(3, SOFTMAX)),
            Measured.values(new Values(tensor, 4, 0, 0, 0, 1, 25, 1)));
    assertThat(Told.only(InputRules.scale(large), FindingCode.INPUT_SCALE).arguments())
        .containsEntry("size", 25.0);
  }

  @Test
  void theSizeOfSomeColumnsIsNotThatOfTheLargest() {
    Layer some =
        Layer.lambda(
            (tf, x) -> tf.slice(x, tf.constant(new int[] {0, 0}), tf.constant(new int[] {-1, 3})));
    Observations known = TUMOURS.of(some, Dense.of(8, RELU), Dense.of(1, SIGMOID));
    assertThat(InputRules.scale(known)).isEmpty();
  }

  @Test
  void whatIsMadeOfFeaturesCanBeFarTooLarge() {
    Layer cubed = Layer.lambda((tf, x) -> tf.math.mul(x, tf.math.mul(x, x)));
    Observations known = PLANTS.of(cubed, Dense.of(8, RELU), Dense.of(3, SOFTMAX));
    String tensor =
        known.serving().dataInputs(known.serving().firstWeighted().get(0)).get(0).getName();
    Observations failed =
        Known.failed(
            Known.measured(known, Measured.values(new Values(tensor, 4, 0, 0, 0, 30, 453, 1))));
    Finding finding = Told.only(InputRules.scale(failed), FindingCode.INPUT_SCALE);
    assertThat(finding.arguments()).containsEntry("made", true).containsEntry("size", 453.0);
    assertThat(finding.advice()).contains("square root of the variance");
    Observations usual =
        Known.failed(
            Known.measured(known, Measured.values(new Values(tensor, 4, 0, 0, 0, 1, 20, 1))));
    assertThat(InputRules.scale(usual)).isEmpty();
  }

  @Test
  void aNormalizationBehindTheFirstWeightsScalesToo() {
    assertThat(
            Told.codes(
                TUMOURS.of(
                    Dense.of(8), BatchNormalization.layer(), ReLU.layer(), Dense.of(1, SIGMOID))))
        .isEmpty();
  }

  @Test
  void pixelsThatAreScaledTwiceAreTooSmall() {
    Finding finding =
        Told.only(
            digits(Rescaling.by(1.0 / 255), Rescaling.by(1.0 / 255)), FindingCode.INPUT_SHRUNK);
    assertThat(finding.arguments())
        .containsEntry("layer", "dense")
        .containsEntry("image", true)
        .containsEntry("normalized", false);
    assertThat(Told.number(finding, "factor")).isBetween(1.5e-5, 1.6e-5);
    assertThat(finding.advice()).contains("Scale once");
  }

  @Test
  void columnsThatAreScaledAsPixelsAreTooSmall() {
    Finding finding =
        Told.among(InputRules.shrunk(tumours(Rescaling.by(1.0 / 255))), FindingCode.INPUT_SHRUNK);
    assertThat(finding.message())
        .startsWith("The columns of the table are scaled to almost nothing");
    finding =
        Told.only(
            tumours(Normalization.layer(), Rescaling.by(1.0 / 255)), FindingCode.INPUT_SHRUNK);
    assertThat(finding.arguments()).containsEntry("normalized", true);
    assertThat(finding.message()).startsWith("The normalized inputs are scaled to almost nothing");
  }

  @Test
  void pixelsOfAnyUsualScaleAreSound() {
    for (double scale : new double[] {1.0 / 255, 1 / 127.5, 1 / 256.0, 1 / 100.0, 1 / 1000.0}) {
      assertThat(Told.codes(digits(Rescaling.by(scale)))).as("%s", scale).isEmpty();
    }
  }

  @Test
  void aChannelAxisInFrontIsMixedUp() {
    Finding finding =
        Told.only(
            DIGITS.of(
                Rescaling.by(1.0 / 255),
                Reshape.to(1, 28, 28),
                Conv2D.of(32, 1, RELU),
                Flatten.layer(),
                Dense.of(10, SOFTMAX)),
            FindingCode.CHANNEL_AXIS);
    assertThat(finding.arguments())
        .containsEntry("layer", "conv2d")
        .containsEntry("shape", "(None, 1, 28, 28)");
    assertThat(finding.snippet()).isEqualTo("Reshape.to(28, 28, 1),");
  }

  @Test
  void whatIsTheSameForAllExamplesIsThrownAway() {
    Observations known =
        TUMOURS.of(
            Normalization.layer(),
            Layer.lambda((tf, x) -> tf.math.mul(x, tf.constant(0f))),
            Dense.of(8, RELU),
            Dense.of(1, SIGMOID));
    String tensor = InputScaling.of(known.serving()).get(0).tensor();
    Observations same =
        Known.measured(known, Measured.values(new Values(tensor, 30, 30, 30, 30, 0, 0, 0)));
    Finding finding = Told.only(InputRules.constant(same), FindingCode.INPUT_IGNORED);
    assertThat(finding.arguments()).containsEntry("layer", "dense");
    assertThat(finding.message()).startsWith("What reaches dense is the same for every example");
    Observations most =
        Known.measured(known, Measured.values(new Values(tensor, 30, 0, 0, 29, 1, 1, 0)));
    assertThat(InputRules.constant(most)).isEmpty();
    assertThat(InputRules.constant(known)).isEmpty();
  }

  @Test
  void theSameMistakeIsFoundInEveryProblem() {
    for (Exercise images : List.of(DIGITS, Exercise.CLOTHES)) {
      Told.only(
          images.of(
              Reshape.to(28, 28, 1),
              Conv2D.of(16, 3, RELU),
              Flatten.layer(),
              Dense.of(10, SOFTMAX)),
          FindingCode.INPUT_SCALE);
    }
  }

  /** 1 / 127.5 brings pixels to [0, 2]; what is then taken away is not -1 but -127.5. */
  @Test
  void anOffsetBelongsToTheScaledPixels() {
    Finding finding =
        Told.only(
            DIGITS.of(
                Rescaling.by(1 / 127.5).offset(-127.5),
                Flatten.layer(),
                Dense.of(32, RELU),
                Dense.of(10, SOFTMAX)),
            FindingCode.INPUT_SCALE);
    assertThat(finding.arguments()).containsEntry("shifted", true);
    assertThat(Told.number(finding, "offset")).isEqualTo(-127.5);
    assertThat(finding.snippet()).isEqualTo("Rescaling.by(1 / 127.5).offset(-1),");
  }
}
