package dev.assay.keras.metrics;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * The share of examples whose largest output is at their one-hot label's place: in [0, 1]; as
 * Keras's {@code CategoricalAccuracy}.
 *
 * <p>Example:
 *
 * <pre>{@code
 * metric(Metric.CATEGORICAL_ACCURACY, "[[0, 1], [1, 0]]", "[[0.3, 0.7], [0.4, 0.6]]"); // -> 0.5
 * }</pre>
 */
public record CategoricalAccuracy() implements Metric {
  @Override
  public String key() {
    return "categorical_accuracy";
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
    return hits(batch);
  }

  @Override
  public double value(double[] sums, long examples) {
    return sums[0] / examples;
  }

  static Operand<TFloat32> hits(MetricBatch batch) {
    return batch.total(batch.number(batch.tf().math.equal(batch.predictedClass(), batch.label())));
  }
}
