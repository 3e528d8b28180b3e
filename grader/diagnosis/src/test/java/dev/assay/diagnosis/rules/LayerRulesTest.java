package dev.assay.diagnosis.rules;

import static dev.assay.diagnosis.Exercise.CARS;
import static dev.assay.diagnosis.Exercise.DIGITS;
import static dev.assay.diagnosis.Exercise.TUMOURS;
import static dev.assay.keras.activations.Activation.RELU;
import static dev.assay.keras.activations.Activation.SIGMOID;
import static dev.assay.keras.activations.Activation.SOFTMAX;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.diagnosis.Told;
import dev.assay.diagnosis.facts.Observations;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.findings.Severity;
import dev.assay.keras.layers.ActivationLayer;
import dev.assay.keras.layers.AveragePooling2D;
import dev.assay.keras.layers.BatchNormalization;
import dev.assay.keras.layers.Conv2D;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Dropout;
import dev.assay.keras.layers.Flatten;
import dev.assay.keras.layers.GlobalAveragePooling2D;
import dev.assay.keras.layers.GlobalMaxPooling2D;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.LeakyReLU;
import dev.assay.keras.layers.MaxPooling2D;
import dev.assay.keras.layers.Normalization;
import dev.assay.keras.layers.Padding;
import dev.assay.keras.layers.Rescaling;
import dev.assay.keras.layers.Reshape;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Hidden layers that cannot compute what they should. */
class LayerRulesTest {
  /** Pixels from 0 to 1, with a channel axis. */
  private static Observations maps(Layer... layers) {
    List<Layer> all = new ArrayList<>(List.of(Rescaling.by(1.0 / 255), Reshape.to(28, 28, 1)));
    all.addAll(List.of(layers));
    return DIGITS.of(all.toArray(Layer[]::new));
  }

  @Test
  void layersWithoutAnActivationBetweenThemAreOne() {
    Finding finding =
        Told.only(
            TUMOURS.of(Normalization.layer(), Dense.of(16), Dropout.of(0.2), Dense.of(1, SIGMOID)),
            FindingCode.LINEAR_STACK);
    assertThat(finding.arguments())
        .containsEntry("layer", "dense")
        .containsEntry("next", "dense_1")
        .containsEntry("layers", 1L);
    assertThat(finding.message()).doesNotContain("pairs");
  }

  @Test
  void allLinearPairsAreCounted() {
    Finding finding =
        Told.only(
            maps(
                Conv2D.of(16, 3),
                MaxPooling2D.layer(),
                Conv2D.of(16, 3),
                BatchNormalization.layer(),
                Flatten.layer(),
                Dense.of(10, SOFTMAX)),
            FindingCode.LINEAR_STACK);
    assertThat(finding.arguments())
        .containsEntry("layer", "conv2d")
        .containsEntry("next", "conv2d_1")
        .containsEntry("layers", 2L);
    assertThat(finding.message()).contains("2 pairs of layers");
  }

  @Test
  void aSingleHiddenUnitIsABottleneck() {
    Finding finding =
        Told.only(
            TUMOURS.of(
                Normalization.layer(),
                Dense.of(16, RELU),
                Dense.of(1, RELU),
                Dense.of(16, RELU),
                Dense.of(1, SIGMOID)),
            FindingCode.BOTTLENECK);
    assertThat(finding.arguments())
        .containsEntry("layer", "dense_1")
        .containsEntry("width", 1L)
        .containsEntry("outputs", 1L);
  }

  @Test
  void twoUnitsAreTooFewForTenClassesAndEnoughForTwo() {
    Finding finding =
        Told.only(
            maps(Flatten.layer(), Dense.of(64, RELU), Dense.of(2, RELU), Dense.of(10, SOFTMAX)),
            FindingCode.BOTTLENECK);
    assertThat(finding.arguments()).containsEntry("width", 2L).containsEntry("outputs", 10L);
    assertThat(finding.message()).contains("2 units of dense_1", "for 10 outputs");
    assertThat(
            Told.codes(
                TUMOURS.of(
                    Normalization.layer(),
                    Dense.of(16, RELU),
                    Dense.of(2, RELU),
                    Dense.of(1, SIGMOID))))
        .isEmpty();
    assertThat(
            Told.codes(
                maps(
                    Flatten.layer(), Dense.of(64, RELU), Dense.of(3, RELU), Dense.of(10, SOFTMAX))))
        .isEmpty();
  }

  @Test
  void mapsOfOneChannelStillHaveTheirHeightAndWidth() {
    assertThat(
            Told.codes(
                maps(
                    Conv2D.of(8, 3, RELU),
                    Conv2D.of(1, 3, RELU),
                    Flatten.layer(),
                    Dense.of(10, SOFTMAX))))
        .isEmpty();
  }

  @Test
  void denseOnAnImageSeesItsRowsOnly() {
    Finding finding =
        Told.only(
            DIGITS.of(
                Rescaling.by(1.0 / 255),
                Dense.of(64, RELU),
                Flatten.layer(),
                Dense.of(10, SOFTMAX)),
            FindingCode.DENSE_BEFORE_FLATTEN);
    assertThat(finding.arguments())
        .containsEntry("layer", "dense")
        .containsEntry("shape", "(None, 28, 64)")
        .containsEntry("inputs", 28L);
  }

  @Test
  void poolingOfTheImageItselfLeavesNothing() {
    Finding finding =
        Told.only(
            maps(GlobalAveragePooling2D.layer(), Dense.of(64, RELU), Dense.of(10, SOFTMAX)),
            FindingCode.POOLED_AWAY);
    assertThat(finding.arguments())
        .containsEntry("layer", "global_average_pooling2d")
        .containsEntry("shape", "(None, 1)")
        .containsEntry("raw", true);
    Told.only(
        maps(AveragePooling2D.of(14), Flatten.layer(), Dense.of(64, RELU), Dense.of(10, SOFTMAX)),
        FindingCode.POOLED_AWAY);
  }

  @Test
  void poolingDownToFewNumbersLeavesLittle() {
    Finding finding =
        Told.only(
            maps(
                Conv2D.of(8, 3, RELU), MaxPooling2D.of(26), Flatten.layer(), Dense.of(10, SOFTMAX)),
            FindingCode.POOLED_AWAY);
    assertThat(finding.arguments())
        .containsEntry("layer", "max_pooling2d")
        .containsEntry("shape", "(None, 1, 1, 8)")
        .containsEntry("raw", false);
    assertThat(
            Told.codes(
                maps(
                    Conv2D.of(16, 3, RELU), GlobalAveragePooling2D.layer(), Dense.of(10, SOFTMAX))))
        .isEmpty();
  }

  @Test
  void aStrideAboveTheWindowSkipsPixels() {
    Finding finding =
        Told.only(
            maps(Conv2D.of(16, 3, RELU).strides(5, 5), Flatten.layer(), Dense.of(10, SOFTMAX)),
            FindingCode.STRIDE_ABOVE_KERNEL);
    assertThat(finding.arguments())
        .containsEntry("layer", "conv2d")
        .containsEntry("stride", 5L)
        .containsEntry("window", 3L);
    Told.only(
        maps(
            Conv2D.of(16, 3, RELU),
            MaxPooling2D.of(2).strides(4, 4),
            Flatten.layer(),
            Dense.of(10, SOFTMAX)),
        FindingCode.STRIDE_ABOVE_KERNEL);
  }

  @Test
  void aStrideOfTheWindowsSizeSkipsNothing() {
    assertThat(
            Told.codes(
                maps(
                    Conv2D.of(16, 3, RELU).strides(3, 3).padding(Padding.SAME),
                    MaxPooling2D.of(2).strides(2, 2),
                    Flatten.layer(),
                    Dense.of(10, SOFTMAX))))
        .isEmpty();
  }

  private static Observations sigmoids(int layers) {
    List<Layer> all = new ArrayList<>(List.of(Normalization.layer()));
    for (int i = 0; i < layers; i++) {
      all.add(Dense.of(16, SIGMOID));
    }
    all.add(Dense.of(1));
    return CARS.of(all.toArray(Layer[]::new));
  }

  @Test
  void sigmoidsBehindEachOtherLetGradientsVanish() {
    assertThat(Told.codes(sigmoids(2))).isEmpty();
    assertThat(Told.only(sigmoids(3), FindingCode.SIGMOID_STACK).severity())
        .isEqualTo(Severity.INFO);
    Finding finding = Told.only(sigmoids(6), FindingCode.SIGMOID_STACK);
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.arguments()).containsEntry("layers", 6L).containsEntry("layer", "dense");
  }

  /** It keeps values where sigmoids are steep. */
  @Test
  void sigmoidsBehindNormalizationsAreNoStack() {
    List<Layer> all = new ArrayList<>(List.of(Normalization.layer()));
    for (int i = 0; i < 5; i++) {
      all.add(Dense.of(16));
      all.add(BatchNormalization.layer());
      all.add(ActivationLayer.of(SIGMOID));
    }
    all.add(Dense.of(1));
    assertThat(Told.codes(CARS.of(all.toArray(Layer[]::new)))).isEmpty();
  }

  @Test
  void aLeakyReluOfSlopeOneIsStraight() {
    assertThat(
            Told.codes(
                DIGITS.of(
                    Rescaling.by(1.0 / 255),
                    Flatten.layer(),
                    Dense.of(32),
                    LeakyReLU.of(1),
                    Dense.of(10, SOFTMAX))))
        .containsExactly("LINEAR_STACK");
    assertThat(
            Told.codes(
                DIGITS.of(
                    Rescaling.by(1.0 / 255),
                    Flatten.layer(),
                    Dense.of(32),
                    LeakyReLU.of(0.3),
                    Dense.of(10, SOFTMAX))))
        .isEmpty();
  }

  @Test
  void oneMapOfWhichTheLargestValueIsLeftIsNarrow() {
    assertThat(
            Told.codes(
                LayerRules.bottleneck(
                    DIGITS.of(
                        Rescaling.by(1.0 / 255),
                        Reshape.to(28, 28, 1),
                        Conv2D.of(16, 3, RELU),
                        Conv2D.of(1, 1, RELU),
                        GlobalMaxPooling2D.layer(),
                        Dense.of(10, SOFTMAX)))))
        .containsExactly("BOTTLENECK");
  }

  @Test
  void meansOfRowsLoseThePlaces() {
    Layer rows = Layer.lambda((tf, x) -> tf.math.mean(x, tf.constant(1)));
    assertThat(
            Told.codes(
                DIGITS.of(
                    Rescaling.by(1.0 / 255), rows, Dense.of(32, RELU), Dense.of(10, SOFTMAX))))
        .containsExactly("POOLED_AWAY");
  }
}
