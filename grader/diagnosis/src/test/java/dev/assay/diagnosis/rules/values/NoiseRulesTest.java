package dev.assay.diagnosis.rules.values;

import static dev.assay.diagnosis.Exercise.DIGITS;
import static dev.assay.diagnosis.Exercise.PLANTS;
import static dev.assay.keras.activations.Activation.RELU;
import static dev.assay.keras.activations.Activation.SOFTMAX;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.diagnosis.Told;
import dev.assay.diagnosis.facts.Observations;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Flatten;
import dev.assay.keras.layers.GaussianNoise;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.LayerContext;
import dev.assay.keras.layers.Normalization;
import dev.assay.keras.layers.Rescaling;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Noise that training adds to values. */
class NoiseRulesTest {
  private record Noise(float deviation) implements Layer {
    @Override
    public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> x) {
      if (!context.training()) {
        return x;
      }
      Ops tf = context.tf();
      Operand<TFloat32> unit =
          tf.stopGradient(tf.random.truncatedNormal(tf.shape(x), TFloat32.class));
      return tf.math.add(tf.math.mul(tf.constant(deviation), unit), x);
    }
  }

  private static Observations plants(Layer before, float deviation) {
    return PLANTS.of(before, new Noise(deviation), Dense.of(16, RELU), Dense.of(3, SOFTMAX));
  }

  /** Normalized columns have a size of 1. */
  @Test
  void normalizedValuesDrownInNoiseOfThreeDeviations() {
    Finding finding = Told.only(plants(Normalization.layer(), 3), FindingCode.STRONG_NOISE);
    assertThat(finding.arguments())
        .containsEntry("layer", "noise")
        .containsEntry("noise", 3.0)
        .containsEntry("size", 1.0);
    assertThat(NoiseRules.drowned(plants(Normalization.layer(), 2.9f))).isEmpty();
  }

  /**
   * The largest of the raw columns has a size of 5.9; behind a layer of weights it is not known.
   */
  @Test
  void noiseIsComparedWithWhatItIsAddedTo() {
    assertThat(NoiseRules.drowned(plants(Flatten.layer(), 10))).isEmpty();
    assertThat(NoiseRules.drowned(plants(Flatten.layer(), 20))).hasSize(1);
    assertThat(NoiseRules.drowned(plants(Dense.of(8), 20))).isEmpty();
  }

  @Test
  void pixelsAreDark() {
    for (double deviation : new double[] {0.8, 1}) {
      Observations known =
          DIGITS.of(
              Rescaling.by(1.0 / 255),
              GaussianNoise.of(deviation),
              Flatten.layer(),
              Dense.of(10, SOFTMAX));
      assertThat(NoiseRules.drowned(known)).hasSize(deviation == 1 ? 1 : 0);
    }
  }
}
