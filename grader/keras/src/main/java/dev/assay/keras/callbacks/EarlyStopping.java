package dev.assay.keras.callbacks;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Ends training when {@code monitor} has stopped improving, as Keras's {@code EarlyStopping}.
 *
 * <p>Example:
 *
 * <pre>{@code
 * EarlyStopping rule = EarlyStopping.on("val_loss").patience(2);
 * fit(FitPlan.epochs(50).callbacks(rule)); // -> COMPLETED after 50
 * fit(FitPlan.epochs(50).callbacks(rule.minDelta(0.5))); // -> EARLY_STOPPING after 3
 * }</pre>
 *
 * @param monitor a key of the history such as "val_loss"; whether lower or higher is better follows
 *     from the key
 * @param patience how many epochs without an improvement end training, at least 0; default 0
 * @param minDelta how much counts as an improvement, at least 0; default 0
 * @param baseline until the value is better than this, improvements do not restart the count; may
 *     be null: no baseline; default null
 * @param startFromEpoch how many epochs are not looked at, at least 0; default 0
 * @param restoreBestWeights whether the weights of its best epoch are graded, when the plan has no
 *     {@link ModelCheckpoint}, which goes first; default false
 */
public record EarlyStopping(
    String monitor,
    int patience,
    double minDelta,
    @Nullable Double baseline,
    int startFromEpoch,
    boolean restoreBestWeights)
    implements Callback, Monitored {
  public EarlyStopping {
    if (patience < 0 || !(minDelta >= 0) || Double.isInfinite(minDelta) || startFromEpoch < 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "EarlyStopping: patience, minDelta and startFromEpoch must be at least 0 and finite."
                  + " Received: patience=%d, minDelta=%s, startFromEpoch=%d",
              patience,
              minDelta,
              startFromEpoch));
    }
    if (baseline != null && !Double.isFinite(baseline)) {
      throw new IllegalArgumentException(
          "EarlyStopping: baseline must be finite. Received: " + baseline);
    }
  }

  /** Keras's defaults, which watch {@code val_loss}. */
  public static EarlyStopping defaults() {
    return on("val_loss");
  }

  /** Keras's defaults with another key to watch; the same as {@code on}. */
  public static EarlyStopping of(String monitor) {
    return on(monitor);
  }

  /** Keras's defaults. */
  public static EarlyStopping on(String monitor) {
    return new EarlyStopping(monitor, 0, 0, null, 0, false);
  }

  public EarlyStopping patience(int epochs) {
    return new EarlyStopping(
        monitor, epochs, minDelta, baseline, startFromEpoch, restoreBestWeights);
  }

  public EarlyStopping minDelta(double newMinDelta) {
    return new EarlyStopping(
        monitor, patience, newMinDelta, baseline, startFromEpoch, restoreBestWeights);
  }

  public EarlyStopping baseline(double newBaseline) {
    return new EarlyStopping(
        monitor, patience, minDelta, newBaseline, startFromEpoch, restoreBestWeights);
  }

  public EarlyStopping startFromEpoch(int epochs) {
    return new EarlyStopping(monitor, patience, minDelta, baseline, epochs, restoreBestWeights);
  }

  public EarlyStopping restoreBestWeights(boolean newRestoreBestWeights) {
    return new EarlyStopping(
        monitor, patience, minDelta, baseline, startFromEpoch, newRestoreBestWeights);
  }
}
