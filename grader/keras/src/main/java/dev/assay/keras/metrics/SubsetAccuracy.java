package dev.assay.keras.metrics;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The share of examples all of whose outputs are right, the score being above the threshold exactly
 * where the label is 1: in [0, 1]. Keras has no such metric; scikit-learn's {@code accuracy_score}
 * of multi-label data is this.
 *
 * <p>Example:
 *
 * <pre>{@code
 * metric(Metric.SUBSET_ACCURACY, "[[1, 0], [1, 1]]", "[[0.9, 0.1], [0.9, 0.4]]"); // -> 0.5
 * metric(Metric.BINARY_ACCURACY, "[[1, 0], [1, 1]]", "[[0.9, 0.1], [0.9, 0.4]]"); // -> 0.75
 * }</pre>
 *
 * @param threshold in (0, 1); default 0.5
 */
public record SubsetAccuracy(float threshold) implements Metric {
  public SubsetAccuracy {
    BinaryAccuracy.checkThreshold("SubsetAccuracy", threshold);
  }

  public SubsetAccuracy threshold(double newThreshold) {
    return new SubsetAccuracy((float) newThreshold);
  }

  @Override
  public String key() {
    return "subset_accuracy";
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
    Ops tf = batch.tf();
    return batch.total(tf.min(batch.right(threshold), tf.constant(1)));
  }

  @Override
  public double value(double[] sums, long examples) {
    return sums[0] / examples;
  }
}
