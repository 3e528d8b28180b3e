package dev.assay.run.record;

import dev.assay.keras.training.EpochResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a training left, whole or as far as it came.
 *
 * @param trainings one, or several of an ensemble
 * @param stopReason why it ended, as in {@code TrainingResult.StopReason} or TIME_LIMIT; null where
 *     it was interrupted
 * @param keptLoss validation loss of the weights that were kept; NaN where none were
 * @param weightsDigest SHA-256 of those weights; null where none were kept
 */
public record TrainingOutcome(
    List<TrainingHistory> trainings,
    @Nullable String stopReason,
    double keptLoss,
    @Nullable String weightsDigest) {
  public TrainingOutcome {
    trainings = List.copyOf(trainings);
  }

  /** A training that ended early, without weights. */
  public static TrainingOutcome unfinished(
      List<TrainingHistory> trainings, @Nullable String stopReason) {
    return new TrainingOutcome(trainings, stopReason, Double.NaN, null);
  }

  /** Tells whether there is anything to report. */
  public boolean hasBegun() {
    return stopReason != null || !trainings.isEmpty();
  }

  /** The epoch whose weights were kept; null for an ensemble, whose members have one each. */
  public @Nullable Integer bestEpoch() {
    if (Double.isNaN(keptLoss) || trainings.isEmpty()) {
      return null;
    }
    TrainingHistory last = trainings.get(trainings.size() - 1);
    return last.part() != null ? null : last.best().map(EpochResult::epoch).orElse(null);
  }
}
