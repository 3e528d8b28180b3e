package dev.assay.diagnosis.facts;

import dev.assay.keras.training.EpochResult;
import dev.assay.keras.training.TrainingResult.StopReason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a training went.
 *
 * @param curves of the models that are predicted with: one, or one a member of an ensemble
 * @param stopReason why it ended, as {@link StopReason} names it, or TIME_LIMIT; of an ensemble
 *     that of the last member; null where it was interrupted
 * @param keptLoss the validation loss of what was kept; NaN where nothing was
 */
public record TrainingFacts(
    List<List<EpochResult>> curves, @Nullable String stopReason, double keptLoss) {
  public TrainingFacts {
    curves = List.copyOf(curves);
  }

  /** The same with the history of one member of an ensemble alone; empty where it has none. */
  TrainingFacts ofMember(int member) {
    List<List<EpochResult>> own = member < curves.size() ? List.of(curves.get(member)) : List.of();
    return new TrainingFacts(own, stopReason, keptLoss);
  }
}
