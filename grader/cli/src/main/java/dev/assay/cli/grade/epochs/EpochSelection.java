package dev.assay.cli.grade.epochs;

import dev.assay.keras.training.EpochResult;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The selection of the epochs of a training that a log shows: about twenty at most.
 *
 * <p>Shows the first few, then one epoch per interval: the best so far if it is in the interval,
 * otherwise the latest. The last one is always shown.
 */
public final class EpochSelection {
  private static final int FIRST = 5;
  private static final int STEPS = 10;

  private final int step;
  private @Nullable EpochResult best;
  private @Nullable EpochResult last;

  /**
   * Creates the selection for one training.
   *
   * @param epochs the number of epochs planned
   */
  public EpochSelection(int epochs) {
    step = epochs <= FIRST + STEPS ? 1 : (epochs + STEPS - 1) / STEPS;
  }

  /** Selects what to show now: the epoch itself, one shortly before it, or nothing. */
  public List<EpochResult> next(EpochResult epoch) {
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

  /** Returns the epochs that remain to be shown when training has ended. */
  public List<EpochResult> rest() {
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
