package dev.assay.run;

import dev.assay.keras.training.EpochResult;
import dev.assay.keras.training.TrainingResult.StopReason;
import dev.assay.report.Finding;
import dev.assay.report.Severity;
import dev.assay.report.Verdict;
import java.util.List;
import java.util.Locale;

/** Says what a history shows: why a score is as it is. */
final class LearningCurve {
  /** A validation loss so far above its best is more than noise. */
  private static final double RISE = 1.1;

  private LearningCurve() {}

  static List<Finding> findings(Evidence evidence, Verdict verdict) {
    List<EpochResult> history = evidence.history();
    EpochResult best = evidence.best();
    EpochResult last = history.get(history.size() - 1);
    boolean completed = StopReason.COMPLETED.name().equals(evidence.stopReason());
    Severity severity = verdict == Verdict.PASSED ? Severity.INFO : Severity.WARNING;
    if (completed && best.epoch() == last.epoch() && history.size() > 1) {
      return List.of(stillImproving(best, severity));
    }
    if (value(last, "val_loss") > RISE * value(best, "val_loss")
        && value(last, "loss") < value(best, "loss")) {
      return List.of(overfitting(best, last, severity));
    }
    if (verdict == Verdict.FAILED && value(best, "loss") >= 0.8 * value(best, "val_loss")) {
      return List.of(underfitting(best, severity));
    }
    return List.of();
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
