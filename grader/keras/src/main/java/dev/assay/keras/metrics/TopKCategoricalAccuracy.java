package dev.assay.keras.metrics;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * The share of examples whose one-hot label is at one of the k largest outputs: in [0, 1]; as
 * Keras's {@code TopKCategoricalAccuracy}. Outputs that tie with the k-th all count.
 *
 * <p>Example:
 *
 * <pre>{@code
 * metric(Metric.TOP_K_CATEGORICAL_ACCURACY.k(2), "[[0, 0, 1]]", "[[0.5, 0.2, 0.3]]");
 * // -> 1
 * metric(Metric.TOP_K_CATEGORICAL_ACCURACY.k(1), "[[0, 0, 1]]", "[[0.5, 0.2, 0.3]]"); // -> 0
 * }</pre>
 *
 * @param k positive; default 5
 */
public record TopKCategoricalAccuracy(int k) implements Metric {
  public TopKCategoricalAccuracy {
    check("TopKCategoricalAccuracy", k);
  }

  public TopKCategoricalAccuracy k(int newK) {
    return new TopKCategoricalAccuracy(newK);
  }

  @Override
  public String key() {
    return "top_k_categorical_accuracy";
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
    return hits(batch, k);
  }

  @Override
  public double value(double[] sums, long examples) {
    return sums[0] / examples;
  }

  /** Refuses a k that is not positive, naming the metric. */
  static void check(String metric, int k) {
    if (k <= 0) {
      throw new IllegalArgumentException(
          "%s: k must be positive. Received: %s".formatted(metric, k));
    }
  }

  /**
   * Counts the labels of a batch that are among the k largest outputs, including ties with the
   * k-th.
   */
  static Operand<TFloat32> hits(MetricBatch batch, int k) {
    var tf = batch.tf();
    return batch.total(batch.number(tf.nn.inTopK(batch.output(), batch.label(), tf.constant(k))));
  }
}
