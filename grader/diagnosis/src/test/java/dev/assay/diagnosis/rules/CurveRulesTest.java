package dev.assay.diagnosis.rules;

import static dev.assay.diagnosis.Exercise.PLANTS;
import static dev.assay.keras.activations.Activation.RELU;
import static dev.assay.keras.activations.Activation.SOFTMAX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.diagnosis.Curve;
import dev.assay.diagnosis.Diagnosis;
import dev.assay.diagnosis.Known;
import dev.assay.diagnosis.Told;
import dev.assay.diagnosis.facts.Observations;
import dev.assay.diagnosis.facts.Outcome;
import dev.assay.diagnosis.facts.Outcome.Kind;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.findings.Severity;
import dev.assay.keras.callbacks.EarlyStopping;
import dev.assay.keras.callbacks.ModelCheckpoint;
import dev.assay.keras.ensembles.Ensemble;
import dev.assay.keras.layers.Dense;
import dev.assay.keras.layers.Dropout;
import dev.assay.keras.training.EpochResult;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.TrainingResult.StopReason;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What histories show of answers that failed. */
class CurveRulesTest {
  private static final Observations SOUND = PLANTS.of(Dense.of(16, RELU), Dense.of(3, SOFTMAX));

  private static Observations failed(List<EpochResult> curve) {
    return Known.failed(Known.stopped(SOUND, curve));
  }

  private static double[] losses(double... losses) {
    return losses;
  }

  @Test
  void aTrainingLossThatNeverMovesIsNotLearning() {
    Finding finding =
        Told.only(
            CurveRules.notLearning(failed(Curve.of(losses(0.91, 0.9101, 0.9102), 0.9, 0.8))),
            FindingCode.NOT_LEARNING);
    assertThat(finding.arguments()).containsEntry("epochs", 3L).containsEntry("loss", 0.9101);
    assertThat(CurveRules.notLearning(failed(Curve.of(losses(0.91, 0.909), 0.9)))).isEmpty();
    assertThat(CurveRules.notLearning(failed(Curve.of(losses(0.91), 0.9)))).isEmpty();
  }

  /** By more than half in one of five epochs. */
  @Test
  void aTrainingLossThatJumpsIsUnstable() {
    Finding finding =
        Told.only(
            CurveRules.unstable(failed(Curve.of(losses(4, 3, 4.6, 3.5, 3), 2, 5))),
            FindingCode.UNSTABLE);
    assertThat(finding.arguments()).containsEntry("jumps", 1L).containsEntry("epochs", 5L);
    assertThat(finding.advice()).startsWith("Lower the learning rate");
    assertThat(CurveRules.unstable(failed(Curve.of(losses(4, 3, 4.5, 3.5, 3), 2, 5)))).isEmpty();
    assertThat(CurveRules.unstable(failed(Curve.of(losses(4, 3, 4.6, 3.5, 3, 3), 2, 5)))).isEmpty();
  }

  /** Learned by heart, the training loss is small and says little. */
  @Test
  void jumpsOfASmallTrainingLossAreNotUnstable() {
    assertThat(CurveRules.unstable(failed(Curve.of(losses(0.5, 0.04, 0.07, 0.02), 0.3)))).isEmpty();
  }

  @Test
  void aLossOfTenTimesItsLowestHasExploded() {
    Finding finding =
        Told.only(
            CurveRules.unstable(failed(Curve.of(losses(0.5, 0.4, 4.1, 0.5, 0.4, 0.4), 0.3))),
            FindingCode.EXPLODED);
    assertThat(finding.arguments())
        .containsEntry("epoch", 3L)
        .containsEntry("from", 0.4)
        .containsEntry("to", 4.1);
    assertThat(
            Told.codes(
                CurveRules.unstable(failed(Curve.of(losses(0.5, 0.4, 3.9, 0.5, 0.4, 0.4), 0.3)))))
        .doesNotContain("EXPLODED");
    assertThat(CurveRules.unstable(failed(Curve.of(losses(0.5, 0.0009, 0.01, 0.0009), 0.3))))
        .isEmpty();
  }

  @Test
  void aValidationLossThatRisesWhileTheLossFallsIsOverfitting() {
    Finding finding =
        Told.only(
            CurveRules.overfitting(failed(Curve.of(losses(0.5, 0.1), 0.50, 0.56))),
            FindingCode.OVERFITTING);
    assertThat(finding.arguments())
        .containsEntry("epoch", 1L)
        .containsEntry("from", 0.5)
        .containsEntry("to", 0.56);
    assertThat(CurveRules.overfitting(failed(Curve.of(losses(0.5, 0.6), 0.50, 0.56)))).isEmpty();
  }

  @Test
  void aRiseOfTenPercentIsNoiseButAGapBetweenTheLossesIsNot() {
    assertThat(CurveRules.overfitting(failed(Curve.of(losses(0.5, 0.45), 0.50, 0.549)))).isEmpty();
    Finding finding =
        Told.only(
            CurveRules.overfitting(failed(Curve.of(losses(0.39, 0.35), 0.50, 0.54))),
            FindingCode.GENERALIZATION_GAP);
    assertThat(finding.arguments()).containsEntry("loss", 0.39).containsEntry("validation", 0.5);
    assertThat(CurveRules.overfitting(failed(Curve.of(losses(0.41, 0.35), 0.50, 0.54)))).isEmpty();
  }

  @Test
  void oneBadEpochAtTheEndIsNotOverfitting() {
    double[] falling = IntStream.range(0, 10).mapToDouble(i -> 1 - 0.05 * i).toArray();
    double[] validation = new double[10];
    Arrays.fill(validation, 1);
    validation[8] = 0.7;
    assertThat(CurveRules.overfitting(failed(Curve.of(falling, validation)))).isEmpty();
    validation[8] = 1;
    validation[6] = 0.8;
    assertThat(Told.codes(CurveRules.overfitting(failed(Curve.of(falling, validation)))))
        .containsExactly("OVERFITTING");
  }

  private static Finding weak(Observations model, double... losses) {
    Observations known = Known.failed(Known.stopped(model, Curve.of(losses, 0.9, 0.91)));
    return Told.only(CurveRules.underfitting(known), FindingCode.UNDERFITTING);
  }

  @Test
  void aTrainingLossFarAboveTheValidationLossIsNotCalledBetter() {
    Observations dropping = PLANTS.of(Dense.of(16, RELU), Dropout.of(0.3), Dense.of(3, SOFTMAX));
    Finding finding = weak(dropping, 2.5, 2.49);
    assertThat(finding.arguments()).containsEntry("relation", "ABOVE").containsEntry("held", true);
    assertThat(finding.advice()).contains("less Dropout").doesNotContain("Add units");
  }

  /** The widest of its hidden layers is what counts. */
  @Test
  void aModelOfFewUnitsMayBeTooWeak() {
    Observations small = PLANTS.of(Dense.of(2, RELU), Dense.of(4, RELU), Dense.of(3, SOFTMAX));
    Finding finding = weak(small, 0.9, 0.895);
    assertThat(finding.arguments())
        .containsEntry("relation", "EQUAL")
        .containsEntry("width", 4L)
        .containsEntry("layer", "dense_1");
    assertThat(finding.message()).contains("may be too weak");
    assertThat(finding.advice()).contains("Add units").doesNotContain("Dropout");
  }

  private static Finding unexplained(double... validation) {
    Observations known = Known.failed(Known.trained(SOUND, Curve.of(validation, validation)));
    return Told.only(CurveRules.underfitting(known), FindingCode.UNEXPLAINED);
  }

  /** From 0.5 to the 0.9 that pass; the loss falls by a twentieth in the second half. */
  @Test
  void whereNothingIsKnownThatIsSaid() {
    double[] slow = IntStream.range(0, 20).mapToDouble(i -> Math.pow(0.995, i)).toArray();
    Finding finding = unexplained(slow);
    assertThat(finding.severity()).isEqualTo(Severity.INFO);
    assertThat(finding.arguments()).containsEntry("improving", true).containsEntry("value", 0.5);
    assertThat(Told.number(finding, "reach")).isBetween(0.51, 0.55);
    assertThat(finding.message()).contains("0.9000 is needed");
    assertThat(unexplained(losses(0.7, 0.6, 0.6, 0.6)).message()).contains("no longer getting");
  }

  /** Of a cosine's losses, -1 is the best. */
  @Test
  void negativeLossesAreComparedAsAnyOther() {
    assertThat(CurveRules.overfitting(failed(Curve.of(losses(-0.9, -0.905), -0.9, -0.88))))
        .isEmpty();
    assertThat(
            Told.codes(CurveRules.overfitting(failed(Curve.of(losses(-0.9, -0.99), -0.9, -0.5)))))
        .containsExactly("OVERFITTING");
  }

  /** Only a checkpoint is looked at where chance could decide, and wasted epochs where not. */
  @ParameterizedTest
  @EnumSource(value = Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "FAILED")
  void curvesOfAnswersThatDidNotFailByTheirScoreSayNothing(Kind kind) {
    for (List<EpochResult> curve :
        List.of(
            Curve.of(losses(0.91, 0.91), 0.9),
            Curve.of(losses(4, 3, 4.6, 3.5, 3), 2, 5),
            Curve.of(losses(0.5, 0.4, 4.1), 0.3),
            Curve.of(losses(0.5, 0.1), 0.50, 0.56))) {
      Observations known = Known.ended(Known.stopped(SOUND, curve), kind);
      assertThat(Told.codes(known)).isEmpty();
    }
  }

  private static EpochResult tie(int epoch) {
    double accuracy = epoch < 4 ? 0.5 : 0.82;
    double validation = epoch == 20 ? 1.1 : 1 - 0.04 * epoch;
    Map<String, Double> values =
        Map.of("loss", 2.0 / epoch, "val_loss", validation, "val_accuracy", accuracy);
    return new EpochResult(epoch, 0.5, values, 0.001, epoch == 4);
  }

  /** Of 20 epochs the first with the best accuracy, 4, is kept; the losses get better until 19. */
  private static Observations ties(String monitor, Outcome outcome) {
    List<EpochResult> curve = IntStream.rangeClosed(1, 20).mapToObj(CurveRulesTest::tie).toList();
    FitPlan plan = FitPlan.epochs(20).callbacks(ModelCheckpoint.best(monitor));
    return Known.ended(Known.trained(Known.planned(SOUND, plan), curve), outcome);
  }

  private static Outcome outcome(Kind kind, boolean near) {
    return new Outcome(kind, "accuracy", 0.8, 0.9, near, List.of());
  }

  @Test
  void aMonitorThatKeptTheWrongEpochIsNamed() {
    Finding finding =
        Told.only(
            CurveRules.checkpoint(ties("val_accuracy", outcome(Kind.FAILED, false))),
            FindingCode.CHECKPOINT_MONITOR);
    assertThat(finding.arguments())
        .containsEntry("monitor", "val_accuracy")
        .containsEntry("epoch", 4L)
        .containsEntry("betterEpoch", 19L);
    assertThat(CurveRules.checkpoint(ties("val_loss", outcome(Kind.FAILED, false)))).isEmpty();
  }

  @Test
  void theMonitorOfAnAnswerThatPassesIsNamedOnlyWhereChanceCouldDecide() {
    assertThat(CurveRules.checkpoint(ties("val_accuracy", outcome(Kind.PASSED, false)))).isEmpty();
    Observations close = ties("val_accuracy", outcome(Kind.PASSED, true));
    assertThat(Diagnosis.of(close, List.of()))
        .extracting(Finding::code, Finding::severity)
        .contains(tuple(FindingCode.CHECKPOINT_MONITOR, Severity.INFO));
  }

  private static Observations passed(int best, int epochs, FitPlan plan) {
    List<EpochResult> curve = Curve.keeping(best, Curve.falling(epochs));
    return Known.passed(Known.trained(Known.planned(SOUND, plan), curve));
  }

  @Test
  void epochsAfterAnEarlyBestOneCouldBeSaved() {
    FitPlan plan = FitPlan.epochs(30);
    Finding finding = Told.only(CurveRules.wasted(passed(10, 30, plan)), FindingCode.EPOCHS_WASTED);
    assertThat(finding.severity()).isEqualTo(Severity.INFO);
    assertThat(finding.arguments()).containsEntry("epoch", 10L).containsEntry("epochs", 30L);
    assertThat(CurveRules.wasted(passed(11, 30, plan))).isEmpty();
    assertThat(CurveRules.wasted(passed(4, 12, FitPlan.epochs(12)))).hasSize(1);
    assertThat(CurveRules.wasted(passed(3, 11, FitPlan.epochs(11)))).isEmpty();
    EarlyStopping stopping = EarlyStopping.on("val_loss").patience(25);
    assertThat(CurveRules.wasted(passed(10, 30, plan.callbacks(stopping)))).isEmpty();
  }

  /** Two of three members rise from 0.5 to 0.6. */
  @Test
  void whatMostMembersOfAnEnsembleShowIsSaidOnce() {
    List<EpochResult> rising = Curve.of(losses(0.9, 0.1), 0.5, 0.6);
    List<EpochResult> level = Curve.of(losses(0.9, 0.89), 0.55, 0.56);
    Observations bag = Known.bagged(SOUND, 3);
    Observations known =
        Known.failed(
            Known.trained(bag, StopReason.COMPLETED, List.of(rising, level, rising), 0.45));
    List<Finding> found = Diagnosis.of(known, List.of());
    assertThat(Told.codes(found)).containsExactly("OVERFITTING", "ENSEMBLE");
    assertThat(found.get(1).message())
        .isEqualTo(
            "The ensemble's validation loss is 0.4500; its 3 members have 0.5000 to 0.5500 on their own.");
    assertThat(found.get(0).message())
        .startsWith("2 of 3 members show the same. The first: After epoch 1");
    Observations one =
        Known.failed(Known.trained(bag, StopReason.COMPLETED, List.of(rising, level, level), 0.45));
    assertThat(Told.codes(one)).doesNotContain("OVERFITTING");
    // Boosting weighs the examples of all members but the first, whose curve alone is looked at.
    FitPlan boosting = FitPlan.epochs(2).ensemble(Ensemble.boosting(3));
    assertThat(Told.codes(Known.planned(one, boosting))).contains("OVERFITTING");
  }

  @Test
  void anEmptyHistoryShowsNothing() {
    assertThat(Told.codes(Known.failed(Known.trained(SOUND, List.of())))).isEmpty();
    assertThat(
            Told.codes(
                Known.ended(
                    Known.trained(SOUND, StopReason.COMPLETED, List.of(), Double.NaN),
                    Outcome.unscored(Kind.DIVERGED))))
        .isEmpty();
    assertThat(Told.codes(Known.failed(SOUND))).isEmpty();
  }
}
