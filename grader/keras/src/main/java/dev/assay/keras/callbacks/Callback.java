package dev.assay.keras.callbacks;

/** What steers training beside the epochs, as data. */
public sealed interface Callback permits EarlyStopping, ModelCheckpoint {
  /** The history's key that is watched, such as "val_loss". */
  String monitor();
}
