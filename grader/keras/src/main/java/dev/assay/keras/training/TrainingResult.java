package dev.assay.keras.training;

import java.util.List;
import java.util.Map;

/**
 * The result of a training.
 *
 * @param history one entry an epoch
 * @param bestEpoch whose weights were kept, from 1; 0 when none was (the loss was never finite)
 * @param stopReason why it ended
 */
public record TrainingResult(List<EpochResult> history, int bestEpoch, StopReason stopReason) {
  /** The values of the best epoch; none when there was none. */
  public Map<String, Double> best() {
    return bestEpoch == 0 ? Map.of() : history.get(bestEpoch - 1).values();
  }

  /** Why training ended. */
  public enum StopReason {
    /** All epochs of the plan were run. */
    COMPLETED,
    /** The monitored value had stopped improving. */
    EARLY_STOPPING,
    /** The loss became NaN or infinite. */
    DIVERGED
  }
}
