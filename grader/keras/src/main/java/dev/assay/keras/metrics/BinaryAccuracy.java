package dev.assay.keras.metrics;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * The share of outputs whose score is above the threshold exactly where the label is 1: in [0, 1];
 * as Keras's {@code BinaryAccuracy}. With several outputs each counts (multi-label).
 *
 * <p>Example:
 *
 * <pre>{@code
 * metric(Metric.BINARY_ACCURACY, "[[1], [0], [1]]", "[[0.9], [0.2], [0.4]]"); // -> 0.66667
 * metric(Metric.BINARY_ACCURACY.threshold(0.3), "[[1], [0], [1]]", "[[0.9], [0.2], [0.4]]");
 * // -> 1
 * }</pre>
 *
 * @param threshold in (0, 1); default 0.5
 */
public record BinaryAccuracy(float threshold) implements Metric {
  public BinaryAccuracy {
    checkThreshold("BinaryAccuracy", threshold);
  }

  public BinaryAccuracy threshold(double newThreshold) {
    return new BinaryAccuracy((float) newThreshold);
  }

  @Override
  public String key() {
    return "binary_accuracy";
  }

  @Override
  public boolean higherIsBetter() {
    return true;
  }

  @Override
  public int width(int outputs) {
    return 1;
  }

  @Override
  public Operand<TFloat32> sums(MetricBatch batch) {
    return batch.total(batch.rowMean(batch.right(threshold)));
  }

  @Override
  public double value(double[] sums, long examples) {
    return sums[0] / examples;
  }

  /** Refuses a threshold of scores that all or none of them are above, naming the metric. */
  static void checkThreshold(String metric, float threshold) {
    if (!(threshold > 0 && threshold < 1)) {
      throw new IllegalArgumentException(
          "%s: threshold must be in (0, 1). Received: %s".formatted(metric, threshold));
    }
  }
}
