package dev.assay.cli;

import dev.assay.keras.training.EpochResult;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which epochs of a training a log shows: about twenty at most.
 *
 * <p>The first few, then one of every so many as they come: the best so far if it is among them,
 * else the latest. At the end the last one too.
 */
final class EpochSelection {
  private static final int FIRST = 5;
  private static final int STEPS = 10;

  private final int step;
  private @Nullable EpochResult best;
  private @Nullable EpochResult last;

  /**
   * For one training.
   *
   * @param epochs as planned
   */
  EpochSelection(int epochs) {
    step = epochs <= FIRST + STEPS ? 1 : (epochs + STEPS - 1) / STEPS;
  }

  /** Selects what to show now: the epoch itself, one shortly before it, or nothing. */
  List<EpochResult> next(EpochResult epoch) {
    last = epoch;
    best = epoch.best() ? epoch : best;
    if (epoch.epoch() > FIRST && epoch.epoch() % step != 0) {
      return List.of();
    }
    EpochResult shown = best == null ? epoch : best;
    best = null;
    last = shown.equals(epoch) ? null : epoch;
    return List.of(shown);
  }

  /** Those that are still to be shown when training has ended. */
  List<EpochResult> rest() {
    List<EpochResult> rest = new ArrayList<>();
    if (best != null) {
      rest.add(best);
    }
    if (last != null && !last.equals(best)) {
      rest.add(last);
    }
    best = null;
    last = null;
    return rest;
  }
}
