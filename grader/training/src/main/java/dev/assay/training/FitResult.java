package dev.assay.training;

import dev.assay.keras.training.TrainingResult.StopReason;
import java.util.Map;

/**
 * The result of carrying out a plan.
 *
 * @param stopReason how training ended; of an ensemble {@code COMPLETED}, or {@code DIVERGED} as
 *     soon as one training did
 * @param values loss and metrics of the weights that were kept on the validation set, by the
 *     history's keys ("val_loss"); empty when none were
 */
public record FitResult(StopReason stopReason, Map<String, Double> values) {
  static final FitResult DIVERGED = new FitResult(StopReason.DIVERGED, Map.of());
}
