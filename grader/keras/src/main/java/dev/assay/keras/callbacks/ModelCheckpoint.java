package dev.assay.keras.callbacks;

/**
 * Which epoch's weights are graded: the best by {@code monitor}. Without one in the plan it is
 * "val_loss".
 *
 * @param monitor a key of the history such as "val_loss" or "val_accuracy"
 */
public record ModelCheckpoint(String monitor) implements Callback, Monitored {
  public static ModelCheckpoint best(String monitor) {
    return new ModelCheckpoint(monitor);
  }
}
