package dev.assay.diagnosis.rules;

import static dev.assay.diagnosis.Exercise.CARS;
import static dev.assay.diagnosis.Exercise.PLANTS;
import static dev.assay.keras.activations.Activation.RELU;
import static dev.assay.keras.activations.Activation.SOFTMAX;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.diagnosis.Curve;
import dev.assay.diagnosis.Known;
import dev.assay.diagnosis.Measured;
import dev.assay.diagnosis.Told;
import dev.assay.diagnosis.facts.Observations;
import dev.assay.diagnosis.facts.Outcome;
import dev.assay.diagnosis.facts.Outcome.Kind;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.keras.ensembles.Ensemble;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Normalization;
import dev.assay.keras.training.EpochResult;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.TrainingResult.StopReason;
import dev.assay.protocol.ModelMeasurement;
import dev.assay.protocol.ModelMeasurement.Outputs;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What predictions show of answers that failed. */
class OutcomeRulesTest {
  private static final Observations CLASSES = PLANTS.of(Dense.of(16, RELU), Dense.of(3, SOFTMAX));
  private static final Observations NUMBERS =
      CARS.of(Normalization.layer(), Dense.of(16, RELU), Dense.of(1));
  private static final FitPlan BOOSTING = FitPlan.epochs(2).ensemble(Ensemble.boosting(3));

  private static Observations spread(Observations model, double spread, double labels) {
    Outputs outputs = new Outputs(0.25, spread, labels, List.of(), List.of());
    ModelMeasurement measured =
        Measured.of(Measured.state(1), Measured.withOutputs(Measured.state(0.5), outputs));
    return Known.failed(Known.measured(model, measured));
  }

  @Test
  void oneValueForAllExamplesIsConstant() {
    Finding finding =
        Told.only(OutcomeRules.constant(spread(CLASSES, 0.0009, 0.8)), FindingCode.CONSTANT_OUTPUT);
    assertThat(finding.arguments()).containsEntry("value", 0.25);
    assertThat(OutcomeRules.constant(spread(CLASSES, 0.0011, 0.8))).isEmpty();
    assertThat(OutcomeRules.constant(Known.passed(spread(CLASSES, 0, 0.8)))).isEmpty();
  }

  /** Fuel consumption has a deviation of 8. */
  @Test
  void numbersAreConstantBesideTheirLabels() {
    assertThat(OutcomeRules.constant(spread(NUMBERS, 0.0079, 8))).hasSize(1);
    assertThat(OutcomeRules.constant(spread(NUMBERS, 0.0081, 8))).isEmpty();
  }

  private static Observations confused(Kind kind, List<List<Integer>> confusion) {
    return Known.ended(CLASSES, new Outcome(kind, "accuracy", 0.5, 0.9, false, confusion));
  }

  @Test
  void aClassThatIsAlwaysPredictedIsAGuess() {
    List<List<Integer>> always = List.of(List.of(0, 10, 0), List.of(0, 10, 0), List.of(1, 9, 0));
    Finding finding =
        Told.only(
            OutcomeRules.classes(confused(Kind.FAILED, always)), FindingCode.ONE_CLASS_PREDICTED);
    assertThat(finding.arguments())
        .containsEntry("class", 1L)
        .containsEntry("count", 29L)
        .containsEntry("total", 30L);
    assertThat(OutcomeRules.classes(confused(Kind.PASSED, always))).isEmpty();
    assertThat(OutcomeRules.classes(confused(Kind.DIVERGED, List.of()))).isEmpty();
  }

  @Test
  void aClassThatIsNeverPredictedIsMissed() {
    Finding finding =
        Told.only(
            OutcomeRules.classes(
                confused(
                    Kind.FAILED, List.of(List.of(10, 0, 0), List.of(5, 0, 5), List.of(0, 0, 10)))),
            FindingCode.CLASS_NEVER_PREDICTED);
    assertThat(finding.arguments())
        .containsEntry("class", 1L)
        .containsEntry("classes", 1L)
        .containsEntry("examples", 10L);
  }

  @Test
  void aRareClassMayBeMissedByChance() {
    assertThat(OutcomeRules.classes(confused(Kind.FAILED, rare(4)))).isEmpty();
    assertThat(OutcomeRules.classes(confused(Kind.FAILED, rare(5)))).hasSize(1);
  }

  private static List<List<Integer>> rare(int examples) {
    return List.of(List.of(10, 0, 0), List.of(examples, 0, 0), List.of(0, 0, 10));
  }

  @Test
  void aCoefficientBelowZeroIsWorseThanTheMean() {
    Finding finding =
        Told.only(OutcomeRules.worseThanMean(scored("r2", -0.1)), FindingCode.WORSE_THAN_MEAN);
    assertThat(finding.message()).startsWith("R² is -0.1");
    assertThat(OutcomeRules.worseThanMean(scored("r2", 0))).isEmpty();
    assertThat(OutcomeRules.worseThanMean(scored("accuracy", -1))).isEmpty();
    assertThat(OutcomeRules.worseThanMean(NUMBERS)).isEmpty();
  }

  private static Observations scored(String metric, double value) {
    return Known.ended(NUMBERS, new Outcome(Kind.FAILED, metric, value, 0.8, false, List.of()));
  }

  private static Observations shuffled(double loss) {
    ModelMeasurement measured =
        Measured.of(Measured.state(1), Measured.shuffled(Measured.state(0.5), loss));
    return Known.failed(Known.measured(CLASSES, measured));
  }

  @Test
  void aLossThatDoesNotDependOnTheFeaturesIgnoresThem() {
    Finding finding = Told.only(OutcomeRules.ignored(shuffled(0.509)), FindingCode.INPUT_IGNORED);
    assertThat(finding.arguments())
        .containsEntry("layer", "")
        .containsEntry("loss", 0.5)
        .containsEntry("shuffled", 0.509);
    assertThat(OutcomeRules.ignored(shuffled(0.511))).isEmpty();
    assertThat(OutcomeRules.ignored(Known.passed(shuffled(0.5)))).isEmpty();
    assertThat(OutcomeRules.ignored(shuffled(Double.NaN))).isEmpty();
  }

  private static Observations members(double keptLoss, double... losses) {
    List<List<EpochResult>> curves =
        Arrays.stream(losses).mapToObj(loss -> Curve.of(new double[] {1, loss}, 1, loss)).toList();
    return Known.trained(CLASSES, StopReason.COMPLETED, curves, keptLoss);
  }

  @Test
  void anEnsembleIsComparedWithItsMembers() {
    Finding finding =
        Told.only(OutcomeRules.ensemble(members(0.2, 0.3, 0.25, 0.4)), FindingCode.ENSEMBLE);
    assertThat(finding.arguments())
        .containsEntry("members", 3L)
        .containsEntry("least", 0.25)
        .containsEntry("most", 0.4)
        .containsEntry("gains", true);
    assertThat(OutcomeRules.ensemble(members(0.25, 0.3, 0.25)).get(0).arguments())
        .containsEntry("gains", false);
    assertThat(OutcomeRules.ensemble(members(0.2, 0.3))).isEmpty();
    assertThat(OutcomeRules.ensemble(members(Double.NaN, 0.3, 0.2))).isEmpty();
  }

  private static Observations alike(double spread) {
    return Known.measured(
        CLASSES, new ModelMeasurement(Measured.state(1), Measured.state(0.5), List.of(), spread));
  }

  /**
   * Shares of votes are no probabilities that a model was trained to give; a median is a number.
   */
  @Test
  void aVoteOnClassesIsNotComparedByItsLoss() {
    Observations classes = Known.planned(members(0.7, 0.3, 0.25), BOOSTING);
    assertThat(OutcomeRules.ensemble(classes)).isEmpty();
    List<List<EpochResult>> curves =
        List.of(Curve.of(new double[] {1, 3}, 1, 3), Curve.of(new double[] {1, 4}, 1, 4));
    Observations number = Known.trained(NUMBERS, StopReason.COMPLETED, curves, 2.5);
    Told.only(OutcomeRules.ensemble(Known.planned(number, BOOSTING)), FindingCode.ENSEMBLE);
  }

  @Test
  void copiesAfterTheEndOfBoostingAreNotAlike() {
    Observations boosted = Known.bagged(Known.planned(Known.failed(alike(0)), BOOSTING), 3);
    List<EpochResult> curve = Curve.of(new double[] {1, 0.3}, 1, 0.3);
    StopReason reason = StopReason.COMPLETED;
    assertThat(OutcomeRules.alike(Known.trained(boosted, reason, List.of(curve), 0.3))).isEmpty();
    Observations all = Known.trained(boosted, reason, List.of(curve, curve, curve), 0.3);
    Told.only(OutcomeRules.alike(all), FindingCode.MEMBERS_ALIKE);
  }

  @Test
  void membersThatPredictTheSameAreAlike() {
    Finding finding =
        Told.only(OutcomeRules.alike(Known.failed(alike(0.0099))), FindingCode.MEMBERS_ALIKE);
    assertThat(finding.arguments()).containsEntry("spread", 0.0099);
    assertThat(OutcomeRules.alike(Known.failed(alike(0.01)))).isEmpty();
    assertThat(OutcomeRules.alike(Known.passed(alike(0)))).isEmpty();
    assertThat(OutcomeRules.alike(Known.failed(alike(Double.NaN)))).isEmpty();
  }
}
