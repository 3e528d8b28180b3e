package dev.assay.report.model;

import dev.assay.report.checks.Components;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How training went.
 *
 * @param epochs epochs completed, at least 0; of an ensemble those of all its trainings
 * @param bestEpoch the epoch whose weights were scored, in [1, epochs]; null if there is none, or
 *     one for each member of an ensemble
 * @param stopReason why training ended, in words
 * @param seconds how long training took, at least 0
 * @param history a line an epoch, ascending in each training
 */
public record Training(
    int epochs,
    @Nullable Integer bestEpoch,
    String stopReason,
    double seconds,
    List<EpochLine> history) {

  /**
   * Checks and copies the components.
   *
   * @throws IllegalArgumentException if a number is out of range, the reason is blank, or the
   *     history does not ascend within the epochs
   */
  public Training {
    Components.atLeast("training.epochs", 0, epochs);
    if (bestEpoch != null && (bestEpoch < 1 || bestEpoch > epochs)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "training.bestEpoch must be in [1, %d] or null. Received: %d",
              epochs,
              bestEpoch));
    }
    Components.text("training.stopReason", stopReason);
    Components.seconds("training.seconds", seconds);
    history = Components.list("training.history", history);
    checkAscending(history, epochs);
  }

  /** The same without its history. */
  Training outline() {
    return new Training(epochs, bestEpoch, stopReason, seconds, List.of());
  }

  private static void checkAscending(List<EpochLine> history, int epochs) {
    EpochLine before = null;
    for (EpochLine line : history) {
      int previous = before != null && line.continues(before) ? before.epoch() : 0;
      if (line.epoch() <= previous || line.epoch() > epochs) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "training.history must ascend within [1, %d]. Received: epoch %d after %d",
                epochs,
                line.epoch(),
                previous));
      }
      before = line;
    }
  }
}
