package dev.assay.keras.metrics;

/** A figure reported beside the loss, computed over the whole set. */
public enum Metric {
  /**
   * The share of examples whose predicted class is the label: the largest output, or with a single
   * output probability at least 0.5 (logit at least 0).
   */
  ACCURACY("accuracy", true),
  /** Mean absolute error, in the target's unit. */
  MEAN_ABSOLUTE_ERROR("mae", false),
  /** Mean squared error, in the target's unit squared. */
  MEAN_SQUARED_ERROR("mse", false),
  /**
   * {@code 1 - sum((t - p)²) / sum((t - mean(t))²)}: 1 is perfect, 0 as good as the mean, negative
   * worse. Where all targets are equal it is 0, as in Keras.
   */
  R2_SCORE("r2_score", true);

  private final String key;
  private final boolean higherIsBetter;

  Metric(String key, boolean higherIsBetter) {
    this.key = key;
    this.higherIsBetter = higherIsBetter;
  }

  /** The name in the history, as in Keras; the validation set's begins with "val_". */
  public String key() {
    return key;
  }

  /** Whether a larger value is a better one. */
  public boolean higherIsBetter() {
    return higherIsBetter;
  }
}
