package dev.assay.diagnosis.rules.values;

import static dev.assay.diagnosis.Exercise.CARS;
import static dev.assay.diagnosis.Exercise.PLANTS;
import static dev.assay.keras.activations.Activation.RELU;
import static dev.assay.keras.activations.Activation.RELU6;
import static dev.assay.keras.activations.Activation.SOFTMAX;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.diagnosis.Told;
import dev.assay.diagnosis.facts.Observations;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.Normalization;
import dev.assay.keras.layers.Softmax;
import org.junit.jupiter.api.Test;

/** What is done to the outputs behind the last weights. */
class OutputRulesTest {
  /** Targets of cars lie between 9 and 46.6. */
  private static Observations clipped(float low, float high) {
    return CARS.of(
        Normalization.layer(),
        Dense.of(16, RELU),
        Dense.of(1),
        Layer.lambda((tf, x) -> tf.clipByValue(x, tf.constant(low), tf.constant(high))));
  }

  @Test
  void outputsThatAreCutOffDoNotReachTheTargets() {
    Finding finding = Told.only(clipped(0, 10), FindingCode.BOUNDED_OUTPUT);
    assertThat(finding.arguments()).containsEntry("range", "ABOVE").containsEntry("high", 10.0);
    assertThat(finding.message()).contains("cut off at 10").contains("up to 46.6");
    assertThat(Told.only(clipped(15, 100), FindingCode.BOUNDED_OUTPUT).message())
        .contains("cut off at 15")
        .contains("down to 9");
  }

  @Test
  void aLimitThatHardlyATargetPassesIsFine() {
    assertThat(OutputRules.limited(clipped(0, 100))).isEmpty();
    assertThat(OutputRules.limited(clipped(10, 44))).isEmpty();
  }

  @Test
  void relu6EndsAtSix() {
    Observations known = CARS.of(Normalization.layer(), Dense.of(16, RELU), Dense.of(1, RELU6));
    assertThat(Told.only(known, FindingCode.BOUNDED_OUTPUT).arguments()).containsEntry("high", 6.0);
  }

  private static Observations cooled(float temperature) {
    return PLANTS.of(
        Normalization.layer(),
        Dense.of(16, RELU),
        Dense.of(3),
        Layer.lambda((tf, x) -> tf.math.div(x, tf.constant(temperature))),
        Softmax.layer());
  }

  @Test
  void logitsOfAHighTemperatureAreAllEqual() {
    Finding finding = Told.only(cooled(1000), FindingCode.OUTPUT_SHRUNK);
    assertThat(finding.arguments()).containsEntry("layer", "dense_1").containsEntry("times", 1000L);
    assertThat(finding.message()).contains("1,000 times smaller");
    assertThat(OutputRules.shrunk(cooled(20))).hasSize(1);
    assertThat(OutputRules.shrunk(cooled(19))).isEmpty();
    assertThat(OutputRules.shrunk(PLANTS.of(Dense.of(3, SOFTMAX)))).isEmpty();
  }
}
