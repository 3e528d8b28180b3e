package dev.assay.run.judging;

import dev.assay.keras.training.EpochResult;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.TrainingResult.StopReason;
import dev.assay.run.record.TrainingHistory;
import dev.assay.run.record.TrainingOutcome;
import java.util.Arrays;
import java.util.List;

/** Trainings that never were. */
final class Histories {
  private static final FitPlan PLAN = FitPlan.epochs(2);

  private Histories() {}

  /** The training of a single model. */
  static List<TrainingHistory> history(EpochResult... epochs) {
    return List.of(new TrainingHistory(null, List.of(epochs)));
  }

  /** What a training shows of which one epoch's weights were kept. */
  static LearningCurve curve(StopReason reason, int bestEpoch, EpochResult... epochs) {
    return curve(PLAN, false, reason, bestEpoch, epochs);
  }

  static LearningCurve curve(
      FitPlan plan,
      boolean nearThreshold,
      StopReason reason,
      int bestEpoch,
      EpochResult... epochs) {
    EpochResult[] marked =
        Arrays.stream(epochs)
            .map(epoch -> marked(epoch, epoch.epoch() == bestEpoch))
            .toArray(EpochResult[]::new);
    double kept = Losses.validation(epochs[bestEpoch - 1]);
    return new LearningCurve(
        new TrainingOutcome(history(marked), reason.name(), kept, "ab12"), plan, 0, nearThreshold);
  }

  private static EpochResult marked(EpochResult epoch, boolean best) {
    return new EpochResult(
        epoch.epoch(), epoch.seconds(), epoch.values(), epoch.learningRate(), best);
  }
}
