package dev.assay.diagnosis.rules;

import static dev.assay.diagnosis.Exercise.TUMOURS;
import static dev.assay.keras.activations.Activation.RELU;
import static dev.assay.keras.activations.Activation.SIGMOID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.diagnosis.Curve;
import dev.assay.diagnosis.Known;
import dev.assay.diagnosis.Told;
import dev.assay.diagnosis.facts.Observations;
import dev.assay.diagnosis.facts.Outcome.Kind;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.findings.Severity;
import dev.assay.keras.callbacks.EarlyStopping;
import dev.assay.keras.callbacks.ModelCheckpoint;
import dev.assay.keras.callbacks.ReduceLROnPlateau;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Normalization;
import dev.assay.keras.training.EpochResult;
import dev.assay.keras.training.FitPlan;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Epochs, callbacks and class weights. */
class PlanRulesTest {
  private static final List<EpochResult> FALLING = Curve.falling(5);

  private static Observations planned(FitPlan plan) {
    return Known.planned(
        TUMOURS.of(Normalization.layer(), Dense.of(16, RELU), Dense.of(1, SIGMOID)), plan);
  }

  private static Observations stopping(EarlyStopping stopping) {
    return planned(FitPlan.epochs(30).callbacks(stopping));
  }

  private static EarlyStopping patient(int epochs) {
    return EarlyStopping.on("val_loss").patience(epochs);
  }

  @Test
  void impatienceIsNotedBeforeTraining() {
    Finding finding = Told.only(stopping(patient(0)), FindingCode.PATIENCE);
    assertThat(finding.severity()).isEqualTo(Severity.INFO);
    assertThat(finding.arguments()).containsEntry("reason", "PLAN").containsEntry("patience", 0L);
    assertThat(finding.snippet()).isEqualTo("EarlyStopping.on(\"val_loss\").patience(5)");
    assertThat(Told.codes(stopping(patient(1)))).containsExactly("PATIENCE");
    assertThat(Told.codes(stopping(patient(2)))).isEmpty();
  }

  private static List<Finding> stopped(EarlyStopping stopping, List<EpochResult> curve) {
    return PlanRules.stopping(Known.failed(Known.stopped(stopping(stopping), curve)));
  }

  @Test
  void impatienceThatEndedATrainingIsAMistake() {
    Finding finding = Told.only(stopped(patient(2), FALLING), FindingCode.PATIENCE);
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.arguments())
        .containsEntry("reason", "SEEN")
        .containsEntry("epoch", 5L)
        .containsEntry("epochs", 30L);
    assertThat(finding.message()).contains("after epoch 5 of 30", "waited for 2 epochs");
    assertThat(stopped(patient(3), FALLING)).isEmpty();
  }

  @Test
  void aTrainingThatRanToItsEndWasNotStopped() {
    Observations known = Known.failed(Known.trained(stopping(patient(0)), FALLING));
    assertThat(PlanRules.stopping(known)).isEmpty();
    Observations passed = Known.passed(Known.stopped(stopping(patient(0)), FALLING));
    assertThat(PlanRules.stopping(passed)).isEmpty();
  }

  @Test
  void aBaselineThatWasNotReachedEndsATraining() {
    Finding finding = Told.only(stopped(patient(4).baseline(0.01), FALLING), FindingCode.PATIENCE);
    assertThat(finding.arguments()).containsEntry("reason", "BASELINE");
    assertThat(finding.message()).contains("baseline of 0.01");
    assertThat(finding.advice()).contains("startFromEpoch");
    assertThat(stopped(patient(3).baseline(100), FALLING)).isEmpty();
  }

  @Test
  void aMinDeltaAboveTheImprovementsEndsATraining() {
    Finding finding = Told.only(stopped(patient(3).minDelta(0.5), FALLING), FindingCode.MIN_DELTA);
    assertThat(finding.arguments())
        .containsEntry("monitor", "val_loss")
        .containsEntry("minDelta", 0.5)
        .containsEntry("epoch", 5L);
    assertThat(finding.advice()).contains("Lower minDelta to 0.001");
    double[] steep = IntStream.range(0, 30).mapToDouble(i -> 600 * Math.pow(0.75, i)).toArray();
    assertThat(stopped(patient(3).minDelta(50), Curve.of(steep, steep)))
        .as("many epochs that counted, then none")
        .extracting(Finding::code)
        .containsExactly(FindingCode.MIN_DELTA);
    List<EpochResult> level = Curve.of(new double[] {1, 0.5, 0.5, 0.5, 0.5}, 0.9, 0.8, 0.8);
    assertThat(stopped(patient(3).minDelta(0.5), level)).isEmpty();
    assertThat(stopped(patient(1).minDelta(0.5), Curve.falling(6)))
        .extracting(Finding::code)
        .containsExactly(FindingCode.MIN_DELTA);
  }

  @Test
  void monitorsOfTheTrainingSetAreNamed() {
    Finding finding =
        Told.only(
            planned(FitPlan.epochs(9).callbacks(ModelCheckpoint.best("loss"))),
            FindingCode.TRAINING_MONITOR);
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.snippet()).isEqualTo("ModelCheckpoint.best(\"val_loss\")");
    assertThat(
            PlanRules.monitor(
                Known.failed(planned(FitPlan.epochs(9).callbacks(ModelCheckpoint.best("loss"))))))
        .extracting(Finding::severity)
        .containsExactly(Severity.INFO);
    Observations both =
        planned(
            FitPlan.epochs(9)
                .callbacks(EarlyStopping.on("accuracy").patience(5), ReduceLROnPlateau.on("loss")));
    assertThat(PlanRules.monitor(both))
        .extracting(Finding::severity, Finding::snippet)
        .containsExactly(
            tuple(Severity.INFO, "EarlyStopping.on(\"val_loss\")"),
            tuple(Severity.INFO, "ReduceLROnPlateau.on(\"val_loss\")"));
  }

  private static List<Finding> weighed(float first, float second) {
    return LabelRules.classWeights(
        planned(FitPlan.epochs(9).classWeights(Map.of(0, first, 1, second))));
  }

  @Test
  void aClassThatCountsTenTimesAsMuchDecidesAlone() {
    Finding finding = Told.only(weighed(0.1f, 10), FindingCode.CLASS_WEIGHTS_SKEWED);
    assertThat(finding.arguments())
        .containsEntry("heaviest", 1L)
        .containsEntry("count", 214L)
        .containsEntry("lightest", 0L)
        .containsEntry("lightestCount", 127L)
        .containsEntry("nothing", false);
    assertThat(Told.number(finding, "times")).isBetween(168.0, 169.0);
  }

  /** There are 1.685 times as many examples of class 1. */
  @Test
  void eightTimesAreAllowed() {
    assertThat(weighed(1, 4.7f)).isEmpty();
    assertThat(weighed(1, 4.8f)).hasSize(1);
    assertThat(weighed(13, 1)).isEmpty();
    assertThat(weighed(14, 1)).hasSize(1);
  }

  @Test
  void aClassOfNoWeightIsNeverLearned() {
    Finding finding = Told.only(weighed(0, 1), FindingCode.CLASS_WEIGHTS_SKEWED);
    assertThat(finding.message()).startsWith("Class 0 is never learned: its class weight is 0");
  }

  @Test
  void aClassThatIsNotNamedWeighsOne() {
    Observations known = planned(FitPlan.epochs(9).classWeights(Map.of(1, 100f)));
    assertThat(Told.only(known, FindingCode.CLASS_WEIGHTS_SKEWED).arguments())
        .containsEntry("lightest", 0L);
    assertThat(LabelRules.classWeights(Known.over(known, null))).isEmpty();
  }

  @Test
  void oneOrTwoEpochsAreNotedBeforeTraining() {
    Finding one = Told.only(planned(FitPlan.epochs(1)), FindingCode.STILL_IMPROVING);
    assertThat(one.severity()).isEqualTo(Severity.INFO);
    assertThat(one.arguments()).containsEntry("reason", "ONE_EPOCH");
    assertThat(Told.only(planned(FitPlan.epochs(2)), FindingCode.STILL_IMPROVING).arguments())
        .containsEntry("reason", "FEW_EPOCHS");
    assertThat(Told.codes(planned(FitPlan.epochs(3)))).isEmpty();
  }

  private static List<Finding> ran(int epochs, List<EpochResult> curve) {
    return PlanRules.epochs(Known.failed(Known.trained(planned(FitPlan.epochs(epochs)), curve)));
  }

  @Test
  void aTrainingOfOneEpochThatFailsWasTooShort() {
    Finding finding = Told.only(ran(1, Curve.falling(1)), FindingCode.STILL_IMPROVING);
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.arguments()).containsEntry("reason", "ONE_EPOCH");
  }

  @Test
  void aLastEpochThatIsTheBestWasStillImproving() {
    Finding finding = Told.only(ran(10, Curve.falling(10)), FindingCode.STILL_IMPROVING);
    assertThat(finding.arguments()).containsEntry("reason", "BEST_LAST");
    assertThat(finding.message()).contains("The last epoch, 10,");
    assertThat(finding.advice()).startsWith("Train longer");
  }

  @Test
  void aLossThatLevelledOffDoesNotImproveAnyMore() {
    double[] level = {1, 0.5, 0.4, 0.35, 0.34, 0.339, 0.339, 0.338, 0.338, 0.3379};
    assertThat(ran(10, Curve.of(level, level))).isEmpty();
  }

  @Test
  void aBestEpochBeforeTheLastIsNotTheLast() {
    double[] losses = {1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1};
    double[] validation = {1, 0.9, 0.8, 0.7, 0.6, 0.55, 0.5, 0.45, 0.4, 0.41};
    assertThat(ran(10, Curve.of(losses, validation))).isEmpty();
  }

  @Test
  void aTrainingThatWasStoppedOrPassedIsNotTooShort() {
    assertThat(ran(30, FALLING)).isEmpty();
    Observations known = Known.trained(planned(FitPlan.epochs(5)), FALLING);
    assertThat(PlanRules.epochs(Known.passed(known))).isEmpty();
    assertThat(PlanRules.epochs(Known.ended(known, Kind.DIVERGED))).isEmpty();
  }

  /** Two classes have a loss of log 2, 0.69, for a guess. */
  @Test
  void aMinDeltaThatHardlyAnyEpochCanReachIsToldBeforeTraining() {
    Finding finding = Told.only(stopping(patient(5).minDelta(0.5)), FindingCode.MIN_DELTA);
    assertThat(finding.arguments()).containsEntry("reason", "PLAN").containsEntry("minDelta", 0.5);
    assertThat(Told.number(finding, "gained")).isEqualTo(Math.log(2));
    assertThat(finding.message()).contains("that knows nothing is about 0.693");
    assertThat(Told.codes(stopping(patient(5).minDelta(0.01)))).isEmpty();
    EarlyStopping ofAccuracy = EarlyStopping.on("val_auc").patience(5).minDelta(0.5);
    assertThat(Told.codes(stopping(ofAccuracy))).isEmpty();
  }

  @Test
  void aBaselineFarBelowAGuessIsToldBeforeTraining() {
    Finding finding = Told.only(stopping(patient(5).baseline(0.01)), FindingCode.PATIENCE);
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.arguments()).containsEntry("reason", "BASELINE_PLAN");
    assertThat(Told.codes(stopping(patient(5).baseline(0.5)))).isEmpty();
    assertThat(Told.codes(stopping(patient(200).baseline(0.01)))).as("2,200 steps").isEmpty();
  }
}
