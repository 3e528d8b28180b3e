package dev.assay.diagnosis.rules.values;

import static dev.assay.diagnosis.Exercise.CARS;
import static dev.assay.keras.activations.Activation.RELU;
import static dev.assay.keras.activations.Activation.SIGMOID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.diagnosis.Known;
import dev.assay.diagnosis.Told;
import dev.assay.diagnosis.facts.Observations;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.keras.activations.Activation;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.Normalization;
import org.junit.jupiter.api.Test;

class BiasRulesTest {
  private static Observations linear(boolean bias) {
    return CARS.of(Normalization.layer(), Dense.of(1).useBias(bias));
  }

  private static Observations deep(Activation activation, boolean hidden) {
    Layer first = Dense.of(16).useBias(hidden).activation(activation);
    return CARS.of(Normalization.layer(), first, Dense.of(1).useBias(false));
  }

  @Test
  void aLineOfCentredFeaturesNeedsABias() {
    Finding finding = Told.only(linear(false), FindingCode.NO_BIAS);
    assertThat(finding.arguments()).containsEntry("layer", "dense").containsEntry("mean", 23.5);
    assertThat(finding.advice()).contains("useBias(false)");
    assertThat(BiasRules.none(linear(true))).isEmpty();
  }

  @Test
  void featuresThatAreNotCentredCanMakeUpForIt() {
    assertThat(BiasRules.none(CARS.of(Dense.of(1).useBias(false)))).isEmpty();
  }

  /** Units on both sides of 0 add up to something there, so it is told only of what failed. */
  @Test
  void aHiddenLayerWithoutABiasIsNamedWhereItFailed() {
    assertThat(BiasRules.none(deep(RELU, false))).isEmpty();
    assertThat(BiasRules.none(Known.failed(deep(RELU, false)))).hasSize(1);
    assertThat(BiasRules.none(Known.failed(deep(RELU, true)))).isEmpty();
    assertThat(BiasRules.none(Known.failed(deep(SIGMOID, false)))).isEmpty();
  }
}
