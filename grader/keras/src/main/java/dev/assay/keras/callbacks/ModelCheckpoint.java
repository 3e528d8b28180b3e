package dev.assay.keras.callbacks;

/**
 * Chooses the epoch whose weights are graded: the best by {@code monitor}, as Keras's {@code
 * ModelCheckpoint} with {@code save_best_only}. A plan without one uses "val_loss".
 *
 * <p>Example:
 *
 * <pre>{@code
 * FitPlan plan = FitPlan.epochs(20).callbacks(ModelCheckpoint.best("val_accuracy"));
 * plan.checkpoint().monitor(); // -> val_accuracy
 * FitPlan.epochs(20).checkpoint().monitor(); // -> val_loss
 * }</pre>
 *
 * @param monitor a key of the history such as "val_loss" or "val_accuracy"
 */
public record ModelCheckpoint(String monitor) implements Callback, Monitored {
  /** Keras's default: the best epoch is that of the lowest {@code val_loss}. */
  public static ModelCheckpoint defaults() {
    return of("val_loss");
  }

  /** Keeps the epoch that is best by this key; the same as {@code best}. */
  public static ModelCheckpoint of(String monitor) {
    return best(monitor);
  }

  public static ModelCheckpoint best(String monitor) {
    return new ModelCheckpoint(monitor);
  }
}
