package dev.assay.run;

import dev.assay.keras.training.TrainingResult.StopReason;
import dev.assay.report.Severity;
import dev.assay.report.Verdict;
import dev.assay.run.processes.Outcome;
import dev.assay.worker.protocol.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Makes of a training process's end what it means. */
final class Trained {
  private Trained() {}

  /**
   * Notes how training ended.
   *
   * @return the weights' SHA-256
   * @throws Fault when there are no weights to go on with
   */
  static String check(Outcome outcome, Evidence evidence, Path weights) throws Fault {
    Run run = evidence.latest();
    if (outcome instanceof Outcome.TimedOut timedOut) {
      evidence.stopped("TIME_LIMIT");
      throw new Fault(
          Verdict.TIME_LIMIT,
          String.format(
              Locale.ROOT,
              "Training took longer than the %d s allowed and was ended in epoch %d%s. Use fewer"
                  + " epochs, larger batches or a smaller model%s.",
              timedOut.limitSeconds(),
              run.epochs().size() + 1,
              run.ofPart(),
              run.part() == null ? "" : ", or fewer members or folds"));
    }
    if (outcome instanceof Outcome.Answered answered
        && answered.message() instanceof Message.Miscounted miscounted) {
      long said = evidence.model().flops();
      evidence.counted(miscounted.flops());
      throw Compute.forged(said, miscounted.flops());
    }
    if (!(outcome instanceof Outcome.Answered answered
        && answered.message() instanceof Message.Trained trained)) {
      if (Faults.isNotFinite(outcome)) {
        evidence.stopped(StopReason.DIVERGED.name());
      }
      throw Faults.ofModel(outcome, "Training");
    }
    evidence.trained(trained);
    if (trained.stopReason() == StopReason.DIVERGED) {
      throw new Fault(
          Verdict.DIVERGED,
          String.format(
              Locale.ROOT,
              "The loss became NaN or infinite in epoch %d%s. %s",
              run.epochs().size(),
              run.ofPart(),
              advice(evidence)));
    }
    String digest = trained.weightsDigest();
    if (digest == null && !noNumbers(run).isEmpty()) {
      throw new Fault(
          Verdict.CONTRACT_VIOLATION,
          String.format(
              Locale.ROOT,
              "No epoch could be kept: what a callback watches was NaN or infinite in all %d; so"
                  + " were %s. Watch \"val_loss\".",
              run.epochs().size(),
              String.join(", ", noNumbers(run))));
    }
    if (trained.values().isEmpty() || digest == null || !Files.exists(weights)) {
      throw new Fault(Verdict.GRADER_ERROR, "Training ended, but no weights were written.");
    }
    return digest;
  }

  /** What was noticed before training began is the likeliest reason. */
  private static String advice(Evidence evidence) {
    return evidence.findings().stream()
        .filter(finding -> finding.severity() == Severity.WARNING)
        .findFirst()
        .map(finding -> finding.message() + " " + finding.advice())
        .orElse(Faults.DIVERGENCE);
  }

  /** The keys of a history whose values were never finite. */
  private static Set<String> noNumbers(Run run) {
    Set<String> keys = new TreeSet<>();
    run.epochs().forEach(epoch -> keys.addAll(epoch.values().keySet()));
    keys.removeIf(
        key ->
            run.epochs().stream()
                .anyMatch(epoch -> Double.isFinite(epoch.values().getOrDefault(key, Double.NaN))));
    return keys;
  }
}
