package dev.assay.keras.callbacks;

import java.util.Locale;

/**
 * Multiplies the learning rate by a factor when {@code monitor} has stopped improving, as Keras's
 * {@code ReduceLROnPlateau}.
 *
 * <p>The optimizer must have a constant learning rate.
 *
 * <p>Example:
 *
 * <pre>{@code
 * ReduceLROnPlateau rule = ReduceLROnPlateau.on("val_loss").factor(0.5).patience(1);
 * learningRates(FitPlan.epochs(4).callbacks(rule.minDelta(1000)));
 * // -> [0.01, 0.01, 0.005, 0.0025]
 * }</pre>
 *
 * @param monitor a key of the history such as "val_loss"; whether lower or higher is better follows
 *     from the key
 * @param factor in (0, 1); default 0.1
 * @param patience after how many epochs without an improvement, at least 0; default 10
 * @param minDelta how much counts as an improvement, at least 0; default 0.0001
 * @param cooldown for how many epochs after a change nothing is counted, at least 0; default 0
 * @param minLr the rate is never set below this, at least 0; default 0
 */
public record ReduceLROnPlateau(
    String monitor, double factor, int patience, double minDelta, int cooldown, double minLr)
    implements Callback, Monitored {
  public ReduceLROnPlateau {
    if (!(factor > 0 && factor < 1)) {
      throw new IllegalArgumentException(
          "ReduceLROnPlateau: factor must be in (0, 1). Received: " + factor);
    }
    boolean finite = Double.isFinite(minDelta) && Double.isFinite(minLr);
    if (!finite || patience < 0 || minDelta < 0 || cooldown < 0 || minLr < 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "ReduceLROnPlateau: patience, minDelta, cooldown and minLr must be at least 0 and"
                  + " finite. Received: patience=%d, minDelta=%s, cooldown=%d, minLr=%s",
              patience,
              minDelta,
              cooldown,
              minLr));
    }
  }

  /** Keras's defaults, which watch {@code val_loss}. */
  public static ReduceLROnPlateau defaults() {
    return on("val_loss");
  }

  /** Keras's defaults with another key to watch; the same as {@code on}. */
  public static ReduceLROnPlateau of(String monitor) {
    return on(monitor);
  }

  /** Keras's defaults. */
  public static ReduceLROnPlateau on(String monitor) {
    return new ReduceLROnPlateau(monitor, 0.1, 10, 1e-4, 0, 0);
  }

  public ReduceLROnPlateau factor(double newFactor) {
    return new ReduceLROnPlateau(monitor, newFactor, patience, minDelta, cooldown, minLr);
  }

  public ReduceLROnPlateau patience(int epochs) {
    return new ReduceLROnPlateau(monitor, factor, epochs, minDelta, cooldown, minLr);
  }

  public ReduceLROnPlateau minDelta(double newMinDelta) {
    return new ReduceLROnPlateau(monitor, factor, patience, newMinDelta, cooldown, minLr);
  }

  public ReduceLROnPlateau cooldown(int epochs) {
    return new ReduceLROnPlateau(monitor, factor, patience, minDelta, epochs, minLr);
  }

  public ReduceLROnPlateau minLr(double newMinLr) {
    return new ReduceLROnPlateau(monitor, factor, patience, minDelta, cooldown, newMinLr);
  }
}
