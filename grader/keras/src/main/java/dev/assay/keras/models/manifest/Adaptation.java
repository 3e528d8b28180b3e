package dev.assay.keras.models.manifest;

/** A measurement that the trainer makes on the training set before the first step. */
public sealed interface Adaptation {
  /** The name of the tensor to measure. */
  String tensor();

  /**
   * Two weights that are set to moments.
   *
   * @param tensor the name of the tensor to measure
   * @param mean the weight that takes its mean per feature of the last axis
   * @param variance the weight that takes its population variance
   */
  record Moments(String tensor, String mean, String variance) implements Adaptation {}

  /**
   * A weight that is set to the limits of bins that hold as many values each.
   *
   * @param tensor the name of the tensor to measure, all values together
   * @param boundaries the weight, one number fewer than there are bins
   */
  record Quantiles(String tensor, String boundaries) implements Adaptation {}
}
