package dev.assay.keras.losses;

/** The loss functions; formulas as in Keras, per example, t the label and p the output. */
public enum LossFunction {
  /** {@code mean((t - p)²)} over the outputs. */
  MEAN_SQUARED_ERROR,
  /** {@code -mean(t log p + (1 - t) log(1 - p))} over the outputs; labels 0 or 1. */
  BINARY_CROSSENTROPY,
  /** {@code -sum(t log p)} over the classes; labels one-hot. */
  CATEGORICAL_CROSSENTROPY,
  /** {@code -log p[t]}; labels are class numbers. */
  SPARSE_CATEGORICAL_CROSSENTROPY
}
