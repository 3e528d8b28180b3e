package dev.assay.keras.callbacks;

/**
 * Ends training when {@code monitor} has stopped improving, as Keras's {@code EarlyStopping}.
 *
 * @param monitor a key of the history such as "val_loss"; whether lower or higher is better follows
 *     from the key
 * @param patience how many epochs without an improvement end training, at least 0; default 0
 * @param minDelta how much counts as an improvement, at least 0; default 0
 */
public record EarlyStopping(String monitor, int patience, double minDelta) implements Callback {
  public EarlyStopping {
    if (patience < 0 || !(minDelta >= 0)) {
      throw new IllegalArgumentException(
          "EarlyStopping: patience and minDelta must be at least 0. Received: patience=%d, minDelta=%s"
              .formatted(patience, minDelta));
    }
  }

  public static EarlyStopping on(String monitor) {
    return new EarlyStopping(monitor, 0, 0);
  }

  public EarlyStopping patience(int epochs) {
    return new EarlyStopping(monitor, epochs, minDelta);
  }

  public EarlyStopping minDelta(double newMinDelta) {
    return new EarlyStopping(monitor, patience, newMinDelta);
  }
}
