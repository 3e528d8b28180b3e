package dev.assay.diagnosis.rules.values;

import static dev.assay.diagnosis.Exercise.CLOTHES;
import static dev.assay.diagnosis.Exercise.DIGITS;
import static dev.assay.keras.activations.Activation.RELU;
import static dev.assay.keras.activations.Activation.SOFTMAX;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.diagnosis.Exercise;
import dev.assay.diagnosis.Told;
import dev.assay.diagnosis.facts.Observations;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.keras.layers.Conv2D;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Flatten;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.RandomFlip;
import dev.assay.keras.layers.RandomRotation;
import dev.assay.keras.layers.RandomTranslation;
import dev.assay.keras.layers.Rescaling;
import dev.assay.keras.layers.Reshape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Images that are changed until their label is wrong. */
class AugmentationRulesTest {
  private static Observations of(Exercise exercise, Layer augmentation) {
    return exercise.of(
        Rescaling.by(1.0 / 255),
        Reshape.to(28, 28, 1),
        augmentation,
        Conv2D.of(16, 3, RELU),
        Flatten.layer(),
        Dense.of(10, SOFTMAX));
  }

  @ParameterizedTest
  @EnumSource(RandomFlip.Mode.class)
  void digitsAreNotMirroredButClothesAre(RandomFlip.Mode mode) {
    Finding finding = Told.only(of(DIGITS, RandomFlip.of(mode)), FindingCode.AUGMENTED_LABELS);
    assertThat(finding.arguments())
        .containsEntry("layer", "random_flip")
        .containsEntry("type", "RandomFlip")
        .containsEntry("change", "FLIP")
        .containsEntry("problem", "mnist");
    assertThat(Told.codes(of(CLOTHES, RandomFlip.of(mode)))).isEmpty();
  }

  /** 45 degrees are an eighth of a turn. */
  @Test
  void digitsBearALittleRotationOnly() {
    assertThat(Told.codes(of(DIGITS, RandomRotation.of(0.12)))).isEmpty();
    assertThat(Told.codes(of(DIGITS, RandomRotation.of(0.125)))).isEmpty();
    assertThat(Told.codes(of(DIGITS, RandomRotation.of(0.13)))).containsExactly("AUGMENTED_LABELS");
    Finding finding = Told.only(of(DIGITS, RandomRotation.of(0.5)), FindingCode.AUGMENTED_LABELS);
    assertThat(finding.arguments())
        .containsEntry("layer", "random_rotation")
        .containsEntry("change", "TURN");
    assertThat(Told.number(finding, "degrees")).isBetween(179.9, 180.1);
    assertThat(Told.codes(of(CLOTHES, RandomRotation.of(0.5)))).isEmpty();
  }

  @Test
  void imagesAreNotMovedOutOfView() {
    Finding finding =
        Told.only(of(DIGITS, RandomTranslation.of(0.9, 0.2)), FindingCode.AUGMENTED_LABELS);
    assertThat(finding.arguments()).containsEntry("change", "SHIFT");
    assertThat(Told.number(finding, "shift")).isBetween(0.89, 0.91);
    assertThat(finding.snippet()).isEqualTo("RandomTranslation.of(0.1, 0.1),");
    assertThat(Told.codes(of(CLOTHES, RandomTranslation.of(0.1, 0.9))))
        .containsExactly("AUGMENTED_LABELS");
    assertThat(Told.codes(of(DIGITS, RandomTranslation.of(0.3, 0.3)))).isEmpty();
  }
}
