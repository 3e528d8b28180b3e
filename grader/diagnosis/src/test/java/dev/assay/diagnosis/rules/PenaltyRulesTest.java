package dev.assay.diagnosis.rules;

import static dev.assay.diagnosis.Exercise.CARS;
import static dev.assay.diagnosis.Exercise.DIGITS;
import static dev.assay.diagnosis.Exercise.TUMOURS;
import static dev.assay.keras.activations.Activation.RELU;
import static dev.assay.keras.activations.Activation.SIGMOID;
import static dev.assay.keras.activations.Activation.SOFTMAX;
import static dev.assay.keras.activations.Activation.SOFTPLUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.diagnosis.Exercise;
import dev.assay.diagnosis.Known;
import dev.assay.diagnosis.Measured;
import dev.assay.diagnosis.Told;
import dev.assay.diagnosis.facts.Observations;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.findings.Severity;
import dev.assay.keras.layers.Conv2D;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Dropout;
import dev.assay.keras.layers.Flatten;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.Normalization;
import dev.assay.keras.layers.Rescaling;
import dev.assay.keras.layers.Reshape;
import dev.assay.keras.layers.SpatialDropout2D;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.regularizers.L1;
import dev.assay.keras.regularizers.L2;
import dev.assay.keras.regularizers.Regularizer;
import dev.assay.protocol.ModelMeasurement;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** Dropout, penalties and smoothed labels. */
class PenaltyRulesTest {
  private static Observations dropping(double rate) {
    return TUMOURS.of(
        Normalization.layer(),
        Dense.of(64, RELU),
        Dropout.of(0.1),
        Dense.of(64, RELU),
        Dropout.of(rate),
        Dense.of(1, SIGMOID));
  }

  @Test
  void theHeaviestDropoutIsNamed() {
    Finding finding = Told.only(dropping(0.9), FindingCode.HEAVY_DROPOUT);
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.arguments())
        .containsEntry("layer", "dropout_1")
        .containsEntry("type", "Dropout");
    assertThat(finding.message()).contains("drops 90");
  }

  @Test
  void moreThanThreeFifthsAreNotedAndFourFifthsAreTooMany() {
    assertThat(Told.codes(dropping(0.5))).isEmpty();
    assertThat(Told.only(dropping(0.65), FindingCode.HEAVY_DROPOUT).severity())
        .isEqualTo(Severity.INFO);
    assertThat(Told.only(dropping(0.85), FindingCode.HEAVY_DROPOUT).severity())
        .isEqualTo(Severity.WARNING);
  }

  /** Rates are float32 in the graph: 0.6 is a little more there, and 0.8 too. */
  @Test
  void theBordersThemselvesAreMeantAsTheyAreWritten() {
    assertThat(Told.codes(dropping(0.6))).isEmpty();
    assertThat(Told.only(dropping(0.8), FindingCode.HEAVY_DROPOUT).severity())
        .isEqualTo(Severity.WARNING);
  }

  @Test
  void aPenaltyOnThePredictionsPullsThemDown() {
    Observations known =
        CARS.of(
            Normalization.layer(), Dense.of(16, RELU), Dense.of(1).activityRegularizer(L2.of(1)));
    Finding finding = Told.only(known, FindingCode.REGULARIZER_DOMINATES);
    // 23.5 squared plus 7.8 squared, beside 7.8 squared
    assertThat(finding.arguments().get("penalty"))
        .asInstanceOf(InstanceOfAssertFactories.DOUBLE)
        .isCloseTo(613.09, within(0.01));
    assertThat(finding.arguments().get("loss"))
        .asInstanceOf(InstanceOfAssertFactories.DOUBLE)
        .isCloseTo(60.84, within(0.01));
    assertThat(finding.message()).contains("on what a layer returns");
    Observations weak =
        CARS.of(
            Normalization.layer(),
            Dense.of(16, RELU),
            Dense.of(1).activityRegularizer(L2.of(0.01)));
    assertThat(Told.codes(weak)).isEmpty();
  }

  @Test
  void dropoutOfWholeMapsIsSeenToo() {
    Finding finding =
        Told.only(
            DIGITS.of(
                Rescaling.by(1.0 / 255),
                Reshape.to(28, 28, 1),
                Conv2D.of(16, 3, RELU),
                SpatialDropout2D.of(0.9),
                Flatten.layer(),
                Dense.of(10, SOFTMAX)),
            FindingCode.HEAVY_DROPOUT);
    assertThat(finding.arguments()).containsEntry("type", "SpatialDropout2D");
  }

  private static Observations penalized(Regularizer regularizer) {
    return TUMOURS.of(
        Normalization.layer(),
        Dense.of(64, RELU).kernelRegularizer(regularizer),
        Dense.of(1, SIGMOID));
  }

  /** 30 x 64 weights of variance 2 / 94 make 41, so that a factor of 0.085 makes 5 log 2. */
  @Test
  void aPenaltyThatDrownsTheLossDominates() {
    Finding finding = Told.only(penalized(L2.of(1)), FindingCode.REGULARIZER_DOMINATES);
    assertThat(finding.arguments())
        .containsEntry("weight", "dense/kernel")
        .containsEntry("kind", "L2")
        .containsEntry("trained", false);
    assertThat(Told.number(finding, "factor")).isBetween(0.999, 1.001);
    assertThat(Told.number(finding, "penalty")).isBetween(37.0, 45.0);
    assertThat(Told.number(finding, "loss")).isBetween(0.69, 0.70);
    assertThat(Told.codes(penalized(L2.of(0.07)))).isEmpty();
    assertThat(Told.codes(penalized(L2.of(0.1)))).containsExactly("REGULARIZER_DOMINATES");
  }

  @Test
  void anL1PenaltyIsNamedAsOne() {
    Finding finding = Told.only(penalized(L1.of(0.1)), FindingCode.REGULARIZER_DOMINATES);
    assertThat(finding.arguments()).containsEntry("kind", "L1");
    assertThat(Told.number(finding, "factor")).isBetween(0.099, 0.101);
  }

  @Test
  void aPenaltyThatWasMeasuredCountsMoreThanAnExpectedOne() {
    Observations known = penalized(L2.of(1));
    ModelMeasurement small =
        Measured.of(Measured.penalized(Measured.state(0.7), 3), Measured.state(0.3));
    assertThat(PenaltyRules.regularizer(Known.measured(known, small))).isEmpty();
    ModelMeasurement large =
        Measured.of(
            Measured.penalized(Measured.state(0.7), 3),
            Measured.penalized(Measured.state(0.3), 0.61));
    Finding finding =
        Told.only(
            PenaltyRules.regularizer(Known.measured(known, large)),
            FindingCode.REGULARIZER_DOMINATES);
    assertThat(finding.arguments())
        .containsEntry("trained", true)
        .containsEntry("penalty", 0.61)
        .containsEntry("loss", 0.3);
    ModelMeasurement shrunk =
        Measured.of(
            Measured.penalized(Measured.state(0.7), 3),
            Measured.penalized(Measured.state(0.1), 0.3));
    assertThat(PenaltyRules.regularizer(Known.measured(known, shrunk))).isEmpty();
  }

  @Test
  void aPenaltyOfWhatALayerReturnsHasNoWeight() {
    Observations known =
        TUMOURS.of(
            Normalization.layer(),
            Dense.of(64, RELU).activityRegularizer(L2.of(10)),
            Dense.of(1, SIGMOID));
    assertThat(Told.codes(known)).isEmpty();
    ModelMeasurement measured = Measured.of(Measured.penalized(Measured.state(0.7), 90), null);
    Finding finding =
        Told.only(
            PenaltyRules.regularizer(Known.measured(known, measured)),
            FindingCode.REGULARIZER_DOMINATES);
    assertThat(finding.message()).contains("on what a layer returns");
  }

  /** Squared errors of car fuel are 60 at first: a penalty of 41 is small beside them. */
  @Test
  void thePenaltyOfARegressionIsComparedWithItsTargets() {
    assertThat(
            Told.codes(
                CARS.of(
                    Normalization.layer(),
                    Dense.of(64, RELU).kernelRegularizer(L2.of(1)),
                    Dense.of(1))))
        .isEmpty();
    assertThat(
            Told.codes(
                CARS.of(
                    Normalization.layer(),
                    Dense.of(64, RELU).kernelRegularizer(L2.of(100)),
                    Dense.of(1))))
        .containsExactly("REGULARIZER_DOMINATES");
  }

  /** Poisson's loss of targets around 23.5 is about -50 for right predictions. */
  @Test
  void aPenaltyBesideALossBelowZeroIsNotCompared() {
    Observations known =
        CARS.of(
            Loss.POISSON,
            Normalization.layer(),
            Dense.of(64, RELU).kernelRegularizer(L2.of(1e-4)),
            Dense.of(1, SOFTPLUS));
    ModelMeasurement measured =
        Measured.of(
            Measured.penalized(Measured.state(-3), 0.01),
            Measured.penalized(Measured.state(-50), 0.02));
    assertThat(PenaltyRules.regularizer(Known.measured(known, measured))).isEmpty();
  }

  private static Observations smoothed(double smoothing) {
    Layer[] layers = {
      Rescaling.by(1.0 / 255), Flatten.layer(), Dense.of(64, RELU), Dense.of(10, SOFTMAX)
    };
    return Known.planned(
        DIGITS.of(Loss.CATEGORICAL_CROSSENTROPY.labelSmoothing(smoothing), layers),
        Exercise.PLAN.withOneHotLabels());
  }

  @Test
  void labelsThatAreSmoothedAwaySayLittle() {
    assertThat(Told.codes(smoothed(0.29))).isEmpty();
    assertThat(Told.codes(smoothed(0.31))).containsExactly("LABEL_SMOOTHING");
    assertThat(Told.codes(smoothed(0.3))).isEmpty();
    assertThat(Told.only(smoothed(0.9), FindingCode.LABEL_SMOOTHING).arguments())
        .containsEntry("loss", "CategoricalCrossentropy");
    Told.only(
        TUMOURS.of(
            Loss.BINARY_CROSSENTROPY.labelSmoothing(0.5),
            Normalization.layer(),
            Dense.of(16, RELU),
            Dense.of(1, SIGMOID)),
        FindingCode.LABEL_SMOOTHING);
    Told.only(
        TUMOURS.of(
            Loss.BINARY_FOCAL_CROSSENTROPY.labelSmoothing(0.5),
            Normalization.layer(),
            Dense.of(16, RELU),
            Dense.of(1, SIGMOID)),
        FindingCode.LABEL_SMOOTHING);
  }
}
