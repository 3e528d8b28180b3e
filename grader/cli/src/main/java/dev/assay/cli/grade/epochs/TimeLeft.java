package dev.assay.cli.grade.epochs;

import dev.assay.keras.training.Part;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/** How long a training still takes if all planned epochs of all its parts are trained. */
public final class TimeLeft {
  private final LongSupplier nanos;
  private int parts = 1;

  /** The trainings of a member: stacking leaves out each fold first, and then none. */
  private int each = 1;

  /** The number of parts that are over. */
  private int over;

  /** The share of the whole that was over when time began to be taken; -1 before. */
  private double before = -1;

  private long start;

  /**
   * A training of one part.
   *
   * @param nanos the clock, as {@link System#nanoTime}
   */
  public TimeLeft(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** A part of an ensemble's training begins. */
  public void begins(Part part) {
    each = Math.max(each, part.folds() + 1);
    parts = part.members() * each;
    over = (part.member() - 1) * each + (part.makesMember() ? each : part.fold()) - 1;
  }

  /**
   * Returns the seconds left; empty before there is anything to go by.
   *
   * @param share of this part that is done, in [0, 1]
   */
  public OptionalDouble seconds(double share) {
    double done = (over + share) / parts;
    if (before < 0) {
      before = done;
      start = nanos.getAsLong();
    }
    double taken = (nanos.getAsLong() - start) / 1e9;
    return done > before
        ? OptionalDouble.of(taken / (done - before) * (1 - done))
        : OptionalDouble.empty();
  }
}
