package dev.assay.run.judging;

import dev.assay.keras.training.TrainingResult.StopReason;
import dev.assay.protocol.Message;
import dev.assay.report.Finding;
import dev.assay.report.Severity;
import dev.assay.report.Verdict;
import dev.assay.run.grading.Stop;
import dev.assay.run.jobs.JobOutcome;
import dev.assay.run.jobs.ProcessVerdicts;
import dev.assay.run.processes.Outcome;
import dev.assay.run.processes.Role;
import dev.assay.run.record.TrainingHistory;
import dev.assay.run.record.TrainingOutcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
   * @param noticed findings of the inspection, one of which may be the reason
   * @param said floating-point operations of a prediction by the model's description
   * @param weights the file that the worker writes them to
   */
  public static TrainingEnd of(
      JobOutcome job,
      List<TrainingHistory> trainings,
      List<Finding> noticed,
      long said,
      Path weights) {
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
        return new TrainingEnd(outcome(trainings, trained), stop(trained, last, noticed, weights));
      }
    }
    String reason = ProcessVerdicts.isNotFinite(outcome) ? StopReason.DIVERGED.name() : null;
    return new TrainingEnd(
        TrainingOutcome.unfinished(trainings, reason),
        job.stop(Role.TRAIN, end -> ProcessVerdicts.ofModel(end, "Training")));
  }

  private static TrainingOutcome outcome(List<TrainingHistory> trainings, Message.Trained trained) {
    return new TrainingOutcome(
        trainings,
        trained.stopReason().name(),
        trained.values().getOrDefault("val_loss", Double.NaN),
        trained.weightsDigest());
  }

  private static @Nullable Stop stop(
      Message.Trained trained, TrainingHistory last, List<Finding> noticed, Path weights) {
    if (trained.stopReason() == StopReason.DIVERGED) {
      return new Stop(
          Verdict.DIVERGED,
          String.format(
              Locale.ROOT,
              "The loss became NaN or infinite in epoch %d%s. %s",
              last.epochs().size(),
              last.ofPart(),
              advice(noticed)));
    }
    String digest = trained.weightsDigest();
    if (digest == null && !noNumbers(last).isEmpty()) {
      return new Stop(
          Verdict.CONTRACT_VIOLATION,
          String.format(
              Locale.ROOT,
              "No epoch could be kept: what a callback watches was NaN or infinite in all %d; so"
                  + " were %s. Watch \"val_loss\".",
              last.epochs().size(),
              String.join(", ", noNumbers(last))));
    }
    return trained.values().isEmpty() || digest == null || !Files.exists(weights)
        ? new Stop(Verdict.GRADER_ERROR, "Training ended, but no weights were written.")
        : null;
  }

  private static Stop tooSlow(Outcome.TimedOut timedOut, TrainingHistory last) {
    return new Stop(
        Verdict.TIME_LIMIT,
        String.format(
            Locale.ROOT,
            "Training took longer than the %d s allowed and was ended in epoch %d%s. Use fewer"
                + " epochs, larger batches or a smaller model%s.",
            timedOut.limitSeconds(),
            last.epochs().size() + 1,
            last.ofPart(),
            last.part() == null ? "" : ", or fewer members or folds"));
  }

  /** A builder's process said something else than what its graph computes. */
  private static Stop forged(long said, long counted) {
    String message =
        String.format(
            Locale.ROOT,
            "The model's description says that a prediction takes %,d floating-point operations; its graph takes %,d.",
            said,
            counted);
    String advice = "Leave graph and description to Assay.";
    return new Stop(
        Verdict.CONTRACT_VIOLATION,
        message + " " + advice,
        List.of(new Finding("FORGED_COMPUTE", Severity.ERROR, message, advice)));
  }

  /** The advice of the first warning before training, the likeliest reason for divergence. */
  private static String advice(List<Finding> noticed) {
    return noticed.stream()
        .filter(finding -> finding.severity() == Severity.WARNING)
        .findFirst()
        .map(finding -> finding.message() + " " + finding.advice())
        .orElse(ProcessVerdicts.DIVERGENCE);
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
