package dev.assay.run.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.findings.Finding;
import dev.assay.findings.Severity;
import dev.assay.keras.training.EpochResult;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.Part;
import dev.assay.keras.training.TrainingResult.StopReason;
import dev.assay.report.Verdict;
import dev.assay.run.Models;
import dev.assay.run.record.TrainingHistory;
import dev.assay.run.record.TrainingOutcome;
import dev.assay.run.reporting.ReportMapper;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LearningCurveTest {
  private static List<String> codes(LearningCurve curve, Verdict verdict) {
    return curve.findings(verdict).stream().map(finding -> finding.code().name()).toList();
  }

  /** What is said of an answer that fails. */
  private static Finding only(LearningCurve curve) {
    List<Finding> findings = curve.findings(Verdict.FAILED);
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }

  @Test
  void aLastEpochThatIsTheBestWasStillImproving() {
    LearningCurve curve =
        Histories.curve(
            StopReason.COMPLETED, 2, Models.epoch(1, 0.9, 0.9), Models.epoch(2, 0.5, 0.5));
    Finding finding = only(curve);
    assertThat(finding.code().name()).isEqualTo("STILL_IMPROVING");
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.message()).contains("epoch, 2,");
    assertThat(curve.findings(Verdict.PASSED).get(0).severity()).isEqualTo(Severity.INFO);
  }

  /** Two of three members rise from 0.5 to 0.6; a training without a fold is no member. */
  @Test
  void whatMostMembersOfAnEnsembleShowIsSaidOnce() {
    TrainingOutcome training =
        new TrainingOutcome(
            List.of(
                trained(new Part(1, 3, 1, 2), 0.4, 0.3),
                trained(new Part(1, 3, 0, 0), 0.5, 0.6),
                trained(new Part(2, 3, 0, 0), 0.55, 0.56),
                trained(new Part(3, 3, 0, 0), 0.5, 0.6)),
            StopReason.COMPLETED.name(),
            0.45,
            "ab12");
    LearningCurve curve = new LearningCurve(training, FitPlan.epochs(2), 0, false);
    List<Finding> findings = curve.findings(Verdict.PASSED);
    assertThat(findings)
        .extracting(finding -> finding.code().name())
        .containsExactly("OVERFITTING", "ENSEMBLE");
    assertThat(findings.get(0).message())
        .startsWith("2 of 3 members show the same. The first: After epoch 1");
    assertThat(findings.get(1).message())
        .isEqualTo(
            "The ensemble's validation loss is 0.4500; its 3 members have 0.5000 to 0.5500 on their own.");
    assertThat(training.bestEpoch()).isNull();
    assertThat(ReportMapper.history(training.trainings())).hasSize(8);
  }

  /** Of a cosine's, -1 is the best. */
  @Test
  void aNegativeLossIsComparedAsAnyOther() {
    LearningCurve steady =
        Histories.curve(
            StopReason.EARLY_STOPPING,
            1,
            Models.epoch(1, -0.9, -0.9),
            Models.epoch(2, -0.905, -0.88));
    assertThat(codes(steady, Verdict.PASSED)).isEmpty();
    assertThat(codes(steady, Verdict.FAILED)).containsExactly("UNDERFITTING");
    LearningCurve rising =
        Histories.curve(
            StopReason.EARLY_STOPPING,
            1,
            Models.epoch(1, -0.9, -0.9),
            Models.epoch(2, -0.99, -0.5));
    assertThat(codes(rising, Verdict.FAILED)).containsExactly("OVERFITTING");
  }

  private static TrainingHistory trained(Part part, double first, double second) {
    return new TrainingHistory(
        part,
        List.of(
            new EpochResult(1, 1, Map.of("loss", 0.9, "val_loss", first), 0.1, true),
            new EpochResult(2, 1, Map.of("loss", 0.1, "val_loss", second), 0.1, false)));
  }

  @Test
  void aSingleEpochIsTooShort() {
    for (double loss : new double[] {0.2, 0.9, 9}) {
      LearningCurve curve = Histories.curve(StopReason.COMPLETED, 1, Models.epoch(1, loss, 0.9));
      Finding finding = only(curve);
      assertThat(finding.code().name()).isEqualTo("STILL_IMPROVING");
      assertThat(finding.message()).contains("stopped after one epoch");
      assertThat(finding.advice()).startsWith("Train longer");
    }
  }

  @Test
  void fewEpochsWithALossThatStillFallsAreTooShort() {
    LearningCurve falling =
        Histories.curve(
            StopReason.EARLY_STOPPING, 1, Models.epoch(1, 0.9, 0.8), Models.epoch(2, 0.8, 0.81));
    Finding finding = only(falling);
    assertThat(finding.code().name()).isEqualTo("STILL_IMPROVING");
    assertThat(finding.message()).contains("after 2 epochs");
    EpochResult[] many =
        IntStream.rangeClosed(1, 6)
            .mapToObj(epoch -> Models.epoch(epoch, 1 - 0.1 * epoch, 0.5))
            .toArray(EpochResult[]::new);
    assertThat(codes(Histories.curve(StopReason.EARLY_STOPPING, 1, many), Verdict.FAILED))
        .containsExactly("UNDERFITTING");
  }

  @Test
  void aTrainingLossFarAboveTheValidationLossIsNotCalledBetter() {
    LearningCurve curve =
        Histories.curve(
            StopReason.EARLY_STOPPING, 1, Models.epoch(1, 2.5, 0.9), Models.epoch(2, 2.49, 0.91));
    Finding finding = only(curve);
    assertThat(finding.code().name()).isEqualTo("UNDERFITTING");
    assertThat(finding.message())
        .startsWith("The training loss, 2.5000, is well above the validation loss, 0.9000:");
    assertThat(finding.advice()).contains("less Dropout");
  }

  @Test
  void aValidationLossThatRisesWhileTheLossFallsIsOverfitting() {
    LearningCurve curve =
        Histories.curve(
            StopReason.COMPLETED, 1, Models.epoch(1, 0.5, 0.50), Models.epoch(2, 0.1, 0.56));
    assertThat(codes(curve, Verdict.PASSED)).containsExactly("OVERFITTING");
    assertThat(curve.findings(Verdict.PASSED).get(0).message())
        .contains("After epoch 1", "from 0.5000 to 0.5600");
  }

  /** As of outputs that a RELU keeps at 0; the validation loss may follow moving statistics. */
  @Test
  void aTrainingLossThatNeverChangesIsNotLearning() {
    LearningCurve curve =
        Histories.curve(
            StopReason.COMPLETED, 2, Models.epoch(1, 0.91, 0.9), Models.epoch(2, 0.9101, 0.8));
    assertThat(codes(curve, Verdict.FAILED)).containsExactly("NOT_LEARNING");
    assertThat(codes(curve, Verdict.PASSED)).containsExactly("STILL_IMPROVING");
  }

  /**
   * By more than half in one of five epochs; the validation loss rises, the training loss falls.
   */
  @Test
  void aTrainingLossThatJumpsIsUnstableAndNotOverfitting() {
    LearningCurve unstable =
        Histories.curve(
            StopReason.COMPLETED,
            1,
            Models.epoch(1, 4, 2),
            Models.epoch(2, 3, 5),
            Models.epoch(3, 4.6, 4),
            Models.epoch(4, 3.5, 5),
            Models.epoch(5, 3, 5));
    Finding finding = only(unstable);
    assertThat(finding.code().name()).isEqualTo("UNSTABLE");
    assertThat(finding.message()).contains("in 1 of 5 epochs");
    assertThat(finding.advice()).startsWith("Lower the learning rate");
    LearningCurve noisy =
        Histories.curve(
            StopReason.COMPLETED,
            1,
            Models.epoch(1, 4, 2),
            Models.epoch(2, 3, 5),
            Models.epoch(3, 4.4, 4),
            Models.epoch(4, 3, 5));
    assertThat(codes(noisy, Verdict.FAILED)).containsExactly("OVERFITTING");
  }

  /** Learned by heart, the training loss is small and says little. */
  @Test
  void jumpsOfASmallTrainingLossAreNotUnstable() {
    LearningCurve curve =
        Histories.curve(
            StopReason.COMPLETED,
            1,
            Models.epoch(1, 0.5, 0.3),
            Models.epoch(2, 0.004, 0.5),
            Models.epoch(3, 0.007, 0.6),
            Models.epoch(4, 0.002, 0.7));
    assertThat(codes(curve, Verdict.FAILED)).containsExactly("OVERFITTING");
  }

  /** The last of ten epochs alone is worse, and the training loss still falls. */
  @Test
  void oneBadEpochAtTheEndIsNotOverfitting() {
    LearningCurve curve = Histories.curve(StopReason.COMPLETED, 9, falling(10, 0.5));
    Finding finding = only(curve);
    assertThat(finding.code().name()).isEqualTo("STILL_IMPROVING");
    assertThat(finding.message()).contains("after 10 epochs");
    LearningCurve rising = Histories.curve(StopReason.COMPLETED, 7, falling(10, 0.3));
    assertThat(codes(rising, Verdict.FAILED)).containsExactly("OVERFITTING");
  }

  /** Training losses of 0.95, 0.9 and so on; the last validation loss is 0.6. */
  private static EpochResult[] falling(int epochs, double validation) {
    return IntStream.rangeClosed(1, epochs)
        .mapToObj(i -> Models.epoch(i, 1 - 0.05 * i, i == epochs ? 0.6 : validation))
        .toArray(EpochResult[]::new);
  }

  @Test
  void aRiseOfTenPercentIsNoiseButAGapBetweenTheLossesIsNot() {
    LearningCurve curve =
        Histories.curve(
            StopReason.COMPLETED, 1, Models.epoch(1, 0.1, 0.50), Models.epoch(2, 0.05, 0.54));
    assertThat(codes(curve, Verdict.PASSED)).isEmpty();
    assertThat(codes(curve, Verdict.FAILED)).containsExactly("GENERALIZATION_GAP");
  }

  @Test
  void aTrainingLossAsBadAsTheValidationLossIsUnderfittingOfAnAnswerThatFails() {
    LearningCurve curve =
        Histories.curve(
            StopReason.EARLY_STOPPING, 1, Models.epoch(1, 0.9, 0.9), Models.epoch(2, 0.895, 0.91));
    assertThat(codes(curve, Verdict.FAILED)).containsExactly("UNDERFITTING");
    assertThat(codes(curve, Verdict.PASSED)).isEmpty();
  }
}
