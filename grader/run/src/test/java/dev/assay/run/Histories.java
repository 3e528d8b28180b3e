package dev.assay.run;

import dev.assay.keras.training.EpochResult;
import dev.assay.keras.training.TrainingResult.StopReason;
import dev.assay.report.Scores;
import dev.assay.run.submissions.Submission;
import dev.assay.worker.protocol.Message;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Evidence of gradings that never were. */
final class Histories {
  private Histories() {}

  static Evidence evidence(EpochResult... history) {
    Evidence evidence =
        new Evidence(
            Submission.of("anna", Path.of("anna"), List.of()),
            TestProblem.assignment(TestProblem.LIMITS),
            GradeOptions.withSeed(1),
            new Stopwatch(),
            new IsolationRecord());
    List.of(history).forEach(evidence::epoch);
    return evidence;
  }

  static Evidence evidence(StopReason reason, int bestEpoch, EpochResult... history) {
    Evidence evidence =
        evidence(
            Arrays.stream(history)
                .map(epoch -> marked(epoch, epoch.epoch() == bestEpoch))
                .toArray(EpochResult[]::new));
    evidence.trained(new Message.Trained(reason, history[bestEpoch - 1].values(), "ab12"));
    return evidence;
  }

  private static EpochResult marked(EpochResult epoch, boolean best) {
    return new EpochResult(
        epoch.epoch(), epoch.seconds(), epoch.values(), epoch.learningRate(), best);
  }

  static Evidence scored(Scores scores, EpochResult... history) {
    Evidence evidence = evidence(StopReason.EARLY_STOPPING, 1, history);
    evidence.scored(scores);
    return evidence;
  }
}
