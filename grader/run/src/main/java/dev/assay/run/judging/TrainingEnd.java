package dev.assay.run.judging;

import dev.assay.findings.FaultCode;
import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.VerdictCode;
import dev.assay.keras.training.TrainingResult.StopReason;
import dev.assay.protocol.Message;
import dev.assay.report.Verdict;
import dev.assay.run.grading.Stop;
import dev.assay.run.jobs.JobOutcome;
import dev.assay.run.jobs.ProcessVerdicts;
import dev.assay.run.jobs.Work;
import dev.assay.run.processes.Outcome;
import dev.assay.run.processes.Role;
import dev.assay.run.record.TrainingHistory;
import dev.assay.run.record.TrainingOutcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Interprets how the training worker ended.
 *
 * @param training what it left; with the weights' digest where there is no stop
 * @param stop why there are no weights to go on with; null where there are
 * @param flops of one prediction, as the worker counted them; null where it found what the model's
 *     description says
 */
public record TrainingEnd(TrainingOutcome training, @Nullable Stop stop, @Nullable Long flops) {
  private static final String TIME_LIMIT = "TIME_LIMIT";

  private TrainingEnd(TrainingOutcome training, @Nullable Stop stop) {
    this(training, stop, null);
  }

  /**
   * Interprets the end.
   *
   * @param trainings the epochs that were heard of
   * @param said floating-point operations of a prediction by the model's description
   * @param weights the file that the worker writes them to
   */
  public static TrainingEnd of(
      JobOutcome job, List<TrainingHistory> trainings, long said, Path weights) {
    TrainingHistory last =
        trainings.isEmpty()
            ? new TrainingHistory(null, List.of())
            : trainings.get(trainings.size() - 1);
    Outcome outcome = job.outcome();
    if (outcome instanceof Outcome.TimedOut timedOut) {
      return new TrainingEnd(
          TrainingOutcome.unfinished(trainings, TIME_LIMIT), tooSlow(timedOut, last));
    }
    if (outcome instanceof Outcome.Answered answered) {
      if (answered.message() instanceof Message.Miscounted miscounted) {
        return new TrainingEnd(
            TrainingOutcome.unfinished(trainings, null),
            forged(said, miscounted.flops()),
            miscounted.flops());
      }
      if (answered.message() instanceof Message.Trained trained) {
        return new TrainingEnd(outcome(trainings, trained), stop(trained, last, weights));
      }
    }
    String reason = ProcessVerdicts.isNotFinite(outcome) ? StopReason.DIVERGED.name() : null;
    return new TrainingEnd(
        TrainingOutcome.unfinished(trainings, reason),
        job.stop(Role.TRAIN, end -> ProcessVerdicts.ofModel(end, Work.TRAIN)));
  }

  private static TrainingOutcome outcome(List<TrainingHistory> trainings, Message.Trained trained) {
    return new TrainingOutcome(
        trainings,
        trained.stopReason().name(),
        trained.values().getOrDefault("val_loss", Double.NaN),
        trained.weightsDigest());
  }

  private static @Nullable Stop stop(Message.Trained trained, TrainingHistory last, Path weights) {
    if (trained.stopReason() == StopReason.DIVERGED) {
      Sentence said = last.sentence(VerdictCode.LOSS_NOT_FINITE, "epoch", last.epochs().size());
      return new Stop(Verdict.DIVERGED, said, Sentence.of(VerdictCode.DIVERGENCE_ADVICE));
    }
    String digest = trained.weightsDigest();
    if (digest == null && !noNumbers(last).isEmpty()) {
      return new Stop(
          Verdict.CONTRACT_VIOLATION,
          Sentence.of(
              VerdictCode.NO_EPOCH_KEPT,
              "epochs",
              last.epochs().size(),
              "keys",
              List.copyOf(noNumbers(last))));
    }
    return trained.values().isEmpty() || digest == null || !Files.exists(weights)
        ? new Stop(Verdict.GRADER_ERROR, Sentence.of(FaultCode.NO_WEIGHTS_WRITTEN))
        : null;
  }

  private static Stop tooSlow(Outcome.TimedOut timedOut, TrainingHistory last) {
    return new Stop(
        Verdict.TIME_LIMIT,
        last.sentence(
            VerdictCode.TRAINED_TOO_LONG,
            "limit",
            timedOut.limitSeconds(),
            "epoch",
            last.epochs().size() + 1));
  }

  /** A builder's process said something else than what its graph computes. */
  private static Stop forged(long said, long counted) {
    Finding finding = Finding.of(FindingCode.FORGED_COMPUTE, "said", said, "counted", counted);
    return new Stop(Verdict.CONTRACT_VIOLATION, List.of(Sentence.of(finding)), List.of(finding));
  }

  /** The keys of a history whose values were never finite. */
  private static Set<String> noNumbers(TrainingHistory history) {
    Set<String> keys = new TreeSet<>();
    history.epochs().forEach(epoch -> keys.addAll(epoch.values().keySet()));
    keys.removeIf(
        key ->
            history.epochs().stream()
                .anyMatch(epoch -> Double.isFinite(epoch.values().getOrDefault(key, Double.NaN))));
    return keys;
  }
}
