package dev.assay.keras.callbacks;

/** A callback that watches a value of the history. */
public interface Monitored {
  /** The history's key that is watched, such as "val_loss". */
  String monitor();
}
