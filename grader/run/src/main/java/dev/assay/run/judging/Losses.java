package dev.assay.run.judging;

import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import dev.assay.keras.training.EpochResult;
import dev.assay.report.Verdict;
import dev.assay.report.model.Reload;
import dev.assay.run.grading.Stop;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;

/** Reads and compares the values of a history's epochs. */
public final class Losses {
  /** A validation loss so far above its best is more than noise. */
  private static final double RISE = 1.1;

  /** A training loss that never differs by more than this part of it has not begun to fall. */
  private static final double FLAT = 0.001;

  /** Relative; float32 has 24 bits, and a loss is a sum over a few thousand examples. */
  private static final double RELOAD_TOLERANCE = 1e-5;

  private Losses() {}

  /** Tells whether both are the same loss of the same weights; false where one is NaN. */
  static boolean agree(double recorded, double reloaded) {
    return Math.abs(recorded - reloaded) <= RELOAD_TOLERANCE * Math.max(1, Math.abs(recorded));
  }

  /**
   * The grader's own fault where the loss that training recorded for the weights it kept is not
   * what they give when they are reloaded.
   */
  public static Optional<Stop> checkReload(Reload reload) {
    return agree(reload.recorded(), reload.reloaded())
        ? Optional.empty()
        : Optional.of(
            new Stop(
                Verdict.GRADER_ERROR,
                Sentence.of(
                    FaultCode.RELOADED_OTHERWISE,
                    "reloaded",
                    reload.reloaded(),
                    "recorded",
                    reload.recorded())));
  }

  /**
   * Whether the training loss stays as it is for several epochs. The validation loss may move all
   * the same: moving statistics change what the model predicts while it learns nothing.
   */
  static boolean isConstant(List<EpochResult> history) {
    DoubleSummaryStatistics losses =
        history.stream().mapToDouble(epoch -> value(epoch, "loss")).summaryStatistics();
    return history.size() > 1
        && losses.getMax() - losses.getMin() <= FLAT * Math.abs(losses.getMax());
  }

  /** Tells whether the validation loss is clearly higher in the second epoch than in the first. */
  static boolean rises(EpochResult from, EpochResult to) {
    return validation(to) > more(validation(from), RISE - 1);
  }

  /** Raises a loss by this fraction of its size; some losses, such as a cosine's, are negative. */
  static double more(double loss, double part) {
    return loss + part * Math.abs(loss);
  }

  static double validation(EpochResult epoch) {
    return value(epoch, "val_loss");
  }

  /** The value of this key of the history; NaN where there is none. */
  static double value(EpochResult epoch, String key) {
    return epoch.values().getOrDefault(key, Double.NaN);
  }
}
