package dev.assay.keras.callbacks;

/**
 * Ends training when the loss becomes NaN or infinite, as Keras's {@code TerminateOnNaN}.
 *
 * <p>Training here always ends then, with or without it.
 *
 * <p>Example:
 *
 * <pre>{@code
 * fit(FitPlan.epochs(2).callbacks(TerminateOnNaN.always())); // -> COMPLETED after 2
 * }</pre>
 */
public record TerminateOnNaN() implements Callback {
  /** The same as {@code always}. */
  public static TerminateOnNaN defaults() {
    return always();
  }

  public static TerminateOnNaN always() {
    return new TerminateOnNaN();
  }
}
