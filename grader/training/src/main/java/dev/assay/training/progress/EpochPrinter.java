package dev.assay.training.progress;

import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Prints the epochs of a training on standard output, as Keras's {@code fit} does: a bar that moves
 * on a terminal, a line for each epoch elsewhere.
 */
public final class EpochPrinter {
  private static final long REDRAW_NANOS = 50_000_000;

  private final ProgressStream screen;
  private final int verbose;
  private final int epochs;
  private final LongSupplier nanos;

  private int begun;
  private int steps = 1;
  private long start;
  private long drawn;

  /**
   * A printer for one {@code fit}.
   *
   * @param verbose 0 prints nothing, 1 a bar, 2 lines
   * @param epochs as planned
   */
  public EpochPrinter(int verbose, int epochs) {
    this(ProgressStream.standard(), verbose, epochs, System::nanoTime);
  }

  EpochPrinter(ProgressStream screen, int verbose, int epochs, LongSupplier nanos) {
    this.screen = screen;
    this.verbose = verbose;
    this.epochs = epochs;
    this.nanos = nanos;
    start = nanos.getAsLong();
  }

  /** Begins one of several trainings, such as that of "member 2/5". */
  public void training(String name) {
    begun = 0;
    start = nanos.getAsLong();
    say("Training " + name);
  }

  /**
   * Shows how far an epoch is.
   *
   * @param epoch from 1
   * @param step from 1
   * @param steps in the epoch
   * @param values computed only when they are shown
   */
  public void step(int epoch, int step, int steps, Supplier<Map<String, Double>> values) {
    this.steps = steps;
    begin(epoch);
    long now = nanos.getAsLong();
    if (verbose != 1 || !screen.live() || (now - drawn < REDRAW_NANOS && drawn != 0)) {
      return;
    }
    drawn = now;
    screen.erase();
    screen.overwrite(EpochText.running(step, steps, (now - start) / 1e9, values.get()));
  }

  /** Shows a finished epoch: its time, loss and metrics. */
  public void epoch(int epoch, double seconds, Map<String, Double> values) {
    begin(epoch);
    boolean bar = verbose == 1 && screen.live();
    if (bar) {
      screen.erase();
    }
    say(bar ? EpochText.barLine(steps, seconds, values) : EpochText.line(steps, seconds, values));
    start = nanos.getAsLong();
    drawn = 0;
  }

  private void begin(int epoch) {
    if (epoch != begun && epochs > 1) {
      say(String.format(Locale.ROOT, "Epoch %d/%d", epoch, epochs));
    }
    begun = epoch;
  }

  /** Prints a sentence on a line of its own, unless nothing is to be printed. */
  public void say(String sentence) {
    if (verbose > 0) {
      screen.line(sentence);
    }
  }
}
