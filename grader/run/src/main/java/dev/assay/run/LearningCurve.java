package dev.assay.run;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.assay.keras.training.EpochResult;
import dev.assay.keras.training.TrainingResult.StopReason;
import dev.assay.report.Finding;
import dev.assay.report.Severity;
import dev.assay.report.Verdict;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Says what a history shows: why a score is as it is. */
final class LearningCurve {
  /** A validation loss so far above its best is more than noise. */
  private static final double RISE = 1.1;

  private LearningCurve() {}

  static List<Finding> findings(Evidence evidence, Verdict verdict) {
    List<Run> kept = evidence.runs().stream().filter(Run::isKept).toList();
    Map<String, List<Finding>> byCode =
        kept.stream()
            .flatMap(run -> finding(run, isCompleted(evidence, run), verdict).stream())
            .collect(groupingBy(Finding::code, LinkedHashMap::new, toList()));
    List<Finding> findings = new ArrayList<>();
    byCode.values().stream()
        .filter(same -> 2 * same.size() > kept.size())
        .map(same -> kept.size() == 1 ? same.get(0) : ofMembers(same, kept.size()))
        .forEach(findings::add);
    if (kept.size() > 1) {
      findings.add(comparison(evidence.recordedLoss(), kept));
    }
    return findings;
  }

  /** What the ensemble is worth; a member's loss has its penalties, which the ensemble has not. */
  private static Finding comparison(double loss, List<Run> members) {
    DoubleSummaryStatistics losses =
        members.stream()
            .mapToDouble(run -> value(run.best().orElseThrow(), "val_loss"))
            .summaryStatistics();
    return new Finding(
        "ENSEMBLE",
        Severity.INFO,
        String.format(
            Locale.ROOT,
            "The ensemble's validation loss is %.4f; its %d members have %.4f to %.4f by themselves.",
            loss,
            members.size(),
            losses.getMin(),
            losses.getMax()),
        loss < losses.getMin()
            ? "An ensemble is better the more differently its members err."
            : "An ensemble gains where its members err differently: make them less alike, or drop the weak ones.");
  }

  /** What most members of an ensemble show. */
  private static Finding ofMembers(List<Finding> same, int members) {
    Finding first = same.get(0);
    return new Finding(
        first.code(),
        first.severity(),
        "%d of %d members are alike; of the first of them: %s"
            .formatted(same.size(), members, first.message()),
        first.advice());
  }

  private static boolean isCompleted(Evidence evidence, Run run) {
    return run.part() == null
        ? StopReason.COMPLETED.name().equals(evidence.stopReason())
        : run.epochs().size() == evidence.model().fit().epochs();
  }

  private static Optional<Finding> finding(Run run, boolean completed, Verdict verdict) {
    List<EpochResult> history = run.epochs();
    EpochResult best = run.best().orElseThrow();
    EpochResult last = history.get(history.size() - 1);
    Severity severity = verdict == Verdict.PASSED ? Severity.INFO : Severity.WARNING;
    if (completed && best.epoch() == last.epoch() && history.size() > 1) {
      return Optional.of(stillImproving(best, severity));
    }
    if (value(last, "val_loss") > RISE * value(best, "val_loss")
        && value(last, "loss") < value(best, "loss")) {
      return Optional.of(overfitting(best, last, severity));
    }
    if (verdict == Verdict.FAILED && value(best, "loss") >= 0.8 * value(best, "val_loss")) {
      return Optional.of(underfitting(best, severity));
    }
    return Optional.empty();
  }

  private static Finding stillImproving(EpochResult best, Severity severity) {
    return new Finding(
        "STILL_IMPROVING",
        severity,
        "The last epoch, %d, was the best: training ended while it was still improving."
            .formatted(best.epoch()),
        "Ask for more epochs, with EarlyStopping, or raise the learning rate.");
  }

  private static Finding overfitting(EpochResult best, EpochResult last, Severity severity) {
    return new Finding(
        "OVERFITTING",
        severity,
        String.format(
            Locale.ROOT,
            "After epoch %d the validation loss rose from %.4f to %.4f while the training loss fell: the model learns the training set by heart.",
            best.epoch(),
            value(best, "val_loss"),
            value(last, "val_loss")),
        "Add Dropout or a regularizer, make the model smaller, or stop earlier.");
  }

  private static Finding underfitting(EpochResult best, Severity severity) {
    return new Finding(
        "UNDERFITTING",
        severity,
        String.format(
            Locale.ROOT,
            "The training loss, %.4f, is hardly better than the validation loss, %.4f: the model is too weak for the problem or its inputs are badly scaled.",
            value(best, "loss"),
            value(best, "val_loss")),
        "Add units or layers, and scale the inputs with Rescaling or Normalization.");
  }

  private static double value(EpochResult epoch, String key) {
    return epoch.values().getOrDefault(key, Double.NaN);
  }
}
