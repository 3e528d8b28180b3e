package dev.assay.diagnosis.rules.values;

import static dev.assay.diagnosis.Exercise.TUMOURS;
import static dev.assay.keras.activations.Activation.RELU;
import static dev.assay.keras.activations.Activation.SIGMOID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.diagnosis.Told;
import dev.assay.diagnosis.facts.Observations;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.keras.layers.BatchNormalization;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Dropout;
import dev.assay.keras.layers.GaussianNoise;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.LayerContext;
import dev.assay.keras.layers.Normalization;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** What is computed in training, and not in prediction. */
class ModeRulesTest {
  /** Multiplies by 10, in training or in prediction only. */
  private record Tenfold(boolean inTraining) implements Layer {
    @Override
    public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
      return context.training() == inTraining
          ? context.tf().math.mul(input, context.tf().constant(10f))
          : input;
    }
  }

  private static Observations tumours(Layer... hidden) {
    Layer[] layers = new Layer[hidden.length + 2];
    layers[0] = Normalization.layer();
    System.arraycopy(hidden, 0, layers, 1, hidden.length);
    layers[hidden.length + 1] = Dense.of(1, SIGMOID);
    return TUMOURS.of(layers);
  }

  @Test
  void aLayerThatScalesInOneOfThemOnlyIsTold() {
    Finding training =
        Told.only(tumours(new Tenfold(true), Dense.of(8, RELU)), FindingCode.MODES_DIFFER);
    assertThat(training.arguments())
        .containsEntry("layer", "tenfold")
        .containsEntry("training", "Mul")
        .containsEntry("serving", "");
    assertThat(training.message()).contains("Mul in training only");
    Finding serving =
        Told.only(tumours(new Tenfold(false), Dense.of(8, RELU)), FindingCode.MODES_DIFFER);
    assertThat(serving.message()).contains("Mul in prediction only");
  }

  @Test
  void dropoutNoiseAndBatchNormalizationDifferAsTheyShould() {
    assertThat(
            Told.codes(
                tumours(
                    Dense.of(16, RELU),
                    Dropout.of(0.2),
                    GaussianNoise.of(0.1),
                    BatchNormalization.layer(),
                    Dense.of(8, RELU))))
        .isEmpty();
  }

  /** Behind the last weights there may be the inverse of a target. */
  @Test
  void whatComesBehindTheLastWeightsIsNotLookedAt() {
    assertThat(ModeRules.differing(tumours(Dense.of(8, RELU), Dense.of(1), new Tenfold(true))))
        .hasSize(1);
    Observations behind =
        TUMOURS.of(
            Normalization.layer(), Dense.of(8, RELU), Dense.of(1, SIGMOID), new Tenfold(false));
    assertThat(ModeRules.differing(behind)).isEmpty();
  }
}
