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

  /** A training loss of at least this part of the validation loss is not far from it. */
  private static final double CLOSE = 0.8;

  /** A loss below this part of the one before is still falling. */
  private static final double STEADY = 0.99;

  /** So few epochs say little of what a model can do. */
  private static final int FEW_EPOCHS = 5;

  private static final String STILL_IMPROVING = "STILL_IMPROVING";

  private LearningCurve() {}

  static List<Finding> findings(Evidence evidence, Verdict verdict) {
    List<EpochResult> history = evidence.history();
    EpochResult best = evidence.best();
    EpochResult last = history.get(history.size() - 1);
    boolean completed = StopReason.COMPLETED.name().equals(evidence.stopReason());
    Severity severity = verdict == Verdict.PASSED ? Severity.INFO : Severity.WARNING;
    if (completed && best.epoch() == last.epoch()) {
      return List.of(stillImproving(best, severity));
    }
    if (value(last, "val_loss") > RISE * value(best, "val_loss")
        && value(last, "loss") < value(best, "loss")) {
      return List.of(overfitting(best, last, severity));
    }
    return verdict == Verdict.FAILED ? List.of(whyItFails(history, best)) : List.of();
  }

  /** An answer that fails is always told a next step. */
  private static Finding whyItFails(List<EpochResult> history, EpochResult best) {
    if (value(best, "loss") < CLOSE * value(best, "val_loss")) {
      return gap(best);
    }
    return history.size() <= FEW_EPOCHS && isFalling(history)
        ? stoppedEarly(history.size())
        : underfitting(best);
  }

  private static boolean isFalling(List<EpochResult> history) {
    EpochResult last = history.get(history.size() - 1);
    return history.size() == 1
        || value(last, "loss") < STEADY * value(history.get(history.size() - 2), "loss");
  }

  private static Finding stillImproving(EpochResult best, Severity severity) {
    String message =
        best.epoch() == 1
            ? "Training ended after a single epoch: the weights had hardly begun to fit."
            : "The last epoch, %d, was the best: training ended while it was still improving."
                .formatted(best.epoch());
    return new Finding(
        STILL_IMPROVING,
        severity,
        message,
        "Train longer: ask for more epochs, with EarlyStopping, or raise the learning rate.");
  }

  private static Finding stoppedEarly(int epochs) {
    return new Finding(
        STILL_IMPROVING,
        Severity.WARNING,
        epochs == 1
            ? "Training ended after a single epoch: the weights had hardly begun to fit."
            : "Training ended after %d epochs while the training loss was still falling."
                .formatted(epochs),
        "Train longer: ask for more epochs, and give EarlyStopping more patience.");
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

  private static Finding gap(EpochResult best) {
    return new Finding(
        "GENERALIZATION_GAP",
        Severity.WARNING,
        losses(best, "is well below")
            + ": much of what the model learns holds for the training set only.",
        "Add Dropout or a regularizer, augment images, or make the model smaller.");
  }

  /** Dropout and regularization are in the training loss only, and so may lift it far above. */
  private static Finding underfitting(EpochResult best) {
    if (value(best, "loss") > value(best, "val_loss") / CLOSE) {
      return new Finding(
          "UNDERFITTING",
          Severity.WARNING,
          losses(best, "is well above")
              + ": the model is too weak, its inputs are badly scaled, or Dropout and regularizers hold it back.",
          "Use less Dropout and weaker regularizers, add units or layers, and scale the inputs with Rescaling or Normalization.");
    }
    return new Finding(
        "UNDERFITTING",
        Severity.WARNING,
        losses(best, "is about as high as")
            + ": the model is too weak for the problem or its inputs are badly scaled.",
        "Add units or layers, and scale the inputs with Rescaling or Normalization.");
  }

  private static String losses(EpochResult epoch, String relation) {
    return String.format(
        Locale.ROOT,
        "The training loss, %.4f, %s the validation loss, %.4f",
        value(epoch, "loss"),
        relation,
        value(epoch, "val_loss"));
  }

  private static double value(EpochResult epoch, String key) {
    return epoch.values().getOrDefault(key, Double.NaN);
  }
}
