package dev.assay.run.judging;

import static dev.assay.run.judging.Losses.more;
import static dev.assay.run.judging.Losses.value;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.findings.Severity;
import dev.assay.keras.training.EpochResult;
import dev.assay.keras.training.FitPlan;
import dev.assay.keras.training.TrainingResult.StopReason;
import dev.assay.report.Verdict;
import dev.assay.run.record.TrainingHistory;
import dev.assay.run.record.TrainingOutcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds what the history of a training shows: why a score is as it is.
 *
 * @param training with the epochs
 * @param plan of the training
 * @param validationExamples the size of the validation set; 0 where it is not known
 * @param nearThreshold whether the threshold lies inside the score's interval
 */
public record LearningCurve(
    TrainingOutcome training, FitPlan plan, int validationExamples, boolean nearThreshold) {
  /** A training loss of at least this part of the validation loss is not far from it. */
  private static final double CLOSE = 0.8;

  /** A loss below this part of an earlier one is still falling. */
  private static final double STEADY = 0.99;

  /** The last part of a training, in which a loss that falls shows that it was too short. */
  private static final int QUARTER = 4;

  /** The validation loss may rise in this part of the epochs, or in a few, by chance. */
  private static final int THIRD = 3;

  private static final int BY_CHANCE = 3;

  /** A training loss so far above the one before did not get there by chance. */
  private static final double JUMP = 1.5;

  /** One below this part of the first epoch's has learned what it jumps about. */
  private static final double LEARNED = 0.5;

  /** A training loss that jumps up in one of so many epochs does not settle. */
  private static final int EPOCHS_A_JUMP = 5;

  /** The number of epochs up to which a history says little about a model. */
  private static final int FEW_EPOCHS = 5;

  /**
   * The findings for an answer with this verdict: for one that failed always at least one, a next
   * step.
   */
  List<Finding> findings(Verdict verdict) {
    List<TrainingHistory> kept =
        training.trainings().stream().filter(TrainingHistory::isKept).toList();
    Map<FindingCode, List<Finding>> byCode =
        kept.stream()
            .flatMap(history -> finding(history, verdict).stream())
            .collect(groupingBy(Finding::code, LinkedHashMap::new, toList()));
    List<Finding> findings = new ArrayList<>();
    byCode.values().stream()
        .filter(same -> 2 * same.size() > kept.size())
        .map(
            same -> kept.size() == 1 ? same.get(0) : same.get(0).sharedBy(same.size(), kept.size()))
        .forEach(findings::add);
    if (kept.size() > 1) {
      findings.add(EnsembleFindings.comparison(training.keptLoss(), kept));
    }
    return findings;
  }

  private boolean isCompleted(TrainingHistory run) {
    return run.part() == null
        ? StopReason.COMPLETED.name().equals(training.stopReason())
        : run.epochs().size() == plan.epochs();
  }

  private Optional<Finding> finding(TrainingHistory run, Verdict verdict) {
    List<EpochResult> history = run.epochs();
    EpochResult best = run.best().orElseThrow();
    if (verdict == Verdict.FAILED && Losses.isConstant(history)) {
      return Optional.of(notLearning(history.size(), best));
    }
    if (verdict == Verdict.FAILED && jumps(history) * EPOCHS_A_JUMP >= history.size()) {
      return Optional.of(unstable(history));
    }
    CheckpointMonitor monitor = CheckpointMonitor.of(plan, validationExamples);
    Optional<EpochResult> better = monitor.better(history, best);
    // The end of the curve says nothing about an epoch that should not have been kept.
    return better.isPresent()
        ? better
            .filter(epoch -> verdict == Verdict.FAILED || nearThreshold)
            .map(epoch -> monitor.finding(best, epoch, severity(verdict)))
        : ofSoundChoice(run, isCompleted(run), verdict);
  }

  /** Finds what the curve shows when the right epoch's weights were kept. */
  private static Optional<Finding> ofSoundChoice(
      TrainingHistory run, boolean completed, Verdict verdict) {
    List<EpochResult> history = run.epochs();
    EpochResult best = run.best().orElseThrow();
    EpochResult last = history.get(history.size() - 1);
    Severity severity = severity(verdict);
    if (completed && best.epoch() == last.epoch()) {
      return Optional.of(stillImproving(best, severity));
    }
    if (last.epoch() - best.epoch() >= Math.min(history.size() / THIRD, BY_CHANCE)
        && Losses.rises(best, last)
        && value(last, "loss") < value(best, "loss")) {
      return Optional.of(overfitting(best, last, severity));
    }
    return verdict == Verdict.FAILED
        ? Optional.of(whyItFails(history, completed, best))
        : Optional.empty();
  }

  private static Severity severity(Verdict verdict) {
    return verdict == Verdict.PASSED ? Severity.INFO : Severity.WARNING;
  }

  private static long jumps(List<EpochResult> history) {
    double least = more(value(history.get(0), "loss"), LEARNED - 1);
    return IntStream.range(1, history.size())
        .filter(i -> value(history.get(i), "loss") > least)
        .filter(
            i -> value(history.get(i), "loss") > more(value(history.get(i - 1), "loss"), JUMP - 1))
        .count();
  }

  private static Finding notLearning(int epochs, EpochResult best) {
    return Finding.of(FindingCode.NOT_LEARNING, "loss", value(best, "loss"), "epochs", epochs);
  }

  private static Finding unstable(List<EpochResult> history) {
    return Finding.of(FindingCode.UNSTABLE, "jumps", jumps(history), "epochs", history.size());
  }

  /** An answer that fails is always told a next step. */
  private static Finding whyItFails(
      List<EpochResult> history, boolean completed, EpochResult best) {
    if (value(best, "loss") < more(value(best, "val_loss"), CLOSE - 1)) {
      return gap(best);
    }
    return (completed || history.size() <= FEW_EPOCHS) && isFalling(history)
        ? stoppedEarly(history.size())
        : underfitting(best);
  }

  private static boolean isFalling(List<EpochResult> history) {
    int last = history.size() - 1;
    EpochResult before = history.get(Math.max(0, last - Math.max(1, history.size() / QUARTER)));
    return history.size() == 1
        || value(history.get(last), "loss") < more(value(before, "loss"), STEADY - 1);
  }

  private static Finding stillImproving(EpochResult best, Severity severity) {
    String reason = best.epoch() == 1 ? "ONE_EPOCH" : "BEST_LAST";
    return Finding.of(FindingCode.STILL_IMPROVING, "reason", reason, "epoch", best.epoch())
        .as(severity);
  }

  private static Finding stoppedEarly(int epochs) {
    String reason = epochs == 1 ? "ONE_EPOCH" : "FALLING";
    return Finding.of(FindingCode.STILL_IMPROVING, "reason", reason, "epoch", epochs);
  }

  private static Finding overfitting(EpochResult best, EpochResult last, Severity severity) {
    return Finding.of(
            FindingCode.OVERFITTING,
            "epoch",
            best.epoch(),
            "from",
            value(best, "val_loss"),
            "to",
            value(last, "val_loss"))
        .as(severity);
  }

  private static Finding gap(EpochResult best) {
    return Finding.of(
        FindingCode.GENERALIZATION_GAP,
        "loss",
        value(best, "loss"),
        "validation",
        value(best, "val_loss"));
  }

  /** Dropout and regularization are in the training loss only, and so may lift it far above. */
  private static Finding underfitting(EpochResult best) {
    boolean above = value(best, "loss") > more(value(best, "val_loss"), 1 / CLOSE - 1);
    return Finding.of(
        FindingCode.UNDERFITTING,
        "relation",
        above ? "ABOVE" : "EQUAL",
        "loss",
        value(best, "loss"),
        "validation",
        value(best, "val_loss"));
  }
}
