package dev.assay.keras.metrics;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * The share of examples whose predicted class is the label: the largest output, or with a single
 * output probability at least 0.5 (logit or margin at least 0). As {@code metrics=["accuracy"]} in
 * Keras, where a probability of exactly 0.5 is class 0 and logits are compared with 0.5 too.
 *
 * <p>Example:
 *
 * <pre>{@code
 * metric(Metric.ACCURACY, "[[0, 1], [1, 0]]", "[[0.3, 0.7], [0.4, 0.6]]"); // -> 0.5
 * metric(Metric.ACCURACY, "[[1], [0], [1]]", "[[0.9], [0.2], [0.4]]"); // -> 0.66667
 * }</pre>
 */
public record Accuracy() implements Metric {
  @Override
  public String key() {
    return "accuracy";
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
    var tf = batch.tf();
    if (batch.outputs() > 1) {
      return CategoricalAccuracy.hits(batch);
    }
    Operand<TFloat32> half = tf.constant(0.5f);
    Operand<TFloat32> label = batch.number(tf.math.greaterEqual(batch.target(), half));
    return batch.total(batch.rowMean(batch.number(tf.math.equal(batch.predicted(), label))));
  }

  @Override
  public double value(double[] sums, long examples) {
    return sums[0] / examples;
  }
}
