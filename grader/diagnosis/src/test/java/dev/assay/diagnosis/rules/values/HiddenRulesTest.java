package dev.assay.diagnosis.rules.values;

import static dev.assay.diagnosis.Exercise.DIGITS;
import static dev.assay.diagnosis.Exercise.PLANTS;
import static dev.assay.keras.activations.Activation.RELU;
import static dev.assay.keras.activations.Activation.SOFTMAX;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.diagnosis.Curve;
import dev.assay.diagnosis.Diagnosis;
import dev.assay.diagnosis.Known;
import dev.assay.diagnosis.Told;
import dev.assay.diagnosis.facts.Observations;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Flatten;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.Normalization;
import dev.assay.keras.layers.Rescaling;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What lies between features and the last weights. */
class HiddenRulesTest {
  private static final Observations PIXELS =
      DIGITS.of(Rescaling.by(1.0 / 255), Flatten.layer(), Dense.of(10, SOFTMAX));

  private static final Observations COLUMNS =
      PLANTS.of(Normalization.layer(), Dense.of(3, SOFTMAX));

  @Test
  void softmaxIsForTheLastLayer() {
    Observations known =
        PLANTS.of(
            Normalization.layer(),
            Dense.of(16, SOFTMAX),
            Dense.of(8, SOFTMAX),
            Dense.of(3, SOFTMAX));
    Finding finding = Told.only(known, FindingCode.HIDDEN_SOFTMAX);
    assertThat(finding.arguments()).containsEntry("layer", "dense").containsEntry("layers", 2L);
    assertThat(HiddenRules.softmax(COLUMNS)).isEmpty();
  }

  /** They are shares of something else. */
  @Test
  void attentionOverTheColumnsIsFine() {
    Layer attention = Layer.lambda((tf, x) -> tf.math.mul(tf.nn.softmax(x), x));
    assertThat(HiddenRules.softmax(PLANTS.of(attention, Dense.of(3, SOFTMAX)))).isEmpty();
  }

  @Test
  void aModelThatIsLinearInThePixelsAndFailsLacksLayers() {
    Observations failed = Known.failed(Known.trained(PIXELS, Curve.falling(20)));
    Finding finding = Told.only(HiddenRules.none(failed), FindingCode.NO_HIDDEN_LAYER);
    assertThat(finding.arguments()).containsEntry("layer", "dense").containsEntry("image", true);
    assertThat(Told.codes(Diagnosis.of(failed, List.of()))).containsExactly("NO_HIDDEN_LAYER");
    assertThat(HiddenRules.none(PIXELS)).isEmpty();
    assertThat(HiddenRules.none(Known.passed(PIXELS))).isEmpty();
  }

  /** Most tables need no more, and a rate can be at fault. */
  @Test
  void onATableThatIsSaidAfterATrainingThatLevelledOff() {
    double[] level = {0.9, 0.8, 0.8, 0.8, 0.8, 0.8};
    Observations levelled = Known.failed(Known.trained(COLUMNS, Curve.of(level, level)));
    assertThat(HiddenRules.none(levelled)).hasSize(1);
    assertThat(HiddenRules.none(Known.failed(Known.trained(COLUMNS, Curve.falling(6))))).isEmpty();
  }

  @Test
  void functionsOfTheColumnsAndHiddenLayersAreNotLinear() {
    double[] level = {0.9, 0.8, 0.8, 0.8, 0.8, 0.8};
    Layer square = Layer.lambda((tf, x) -> tf.math.square(x));
    for (Observations known :
        List.of(
            PLANTS.of(square, Dense.of(3, SOFTMAX)),
            PLANTS.of(Dense.of(8, RELU), Dense.of(3, SOFTMAX)))) {
      assertThat(HiddenRules.none(Known.failed(Known.trained(known, Curve.of(level, level)))))
          .isEmpty();
    }
  }
}
