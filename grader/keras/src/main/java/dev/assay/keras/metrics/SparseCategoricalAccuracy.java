package dev.assay.keras.metrics;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * The share of examples whose largest output is at their class number: in [0, 1]; as Keras's {@code
 * SparseCategoricalAccuracy}.
 *
 * <p>Example:
 *
 * <pre>{@code
 * metric(Metric.SPARSE_CATEGORICAL_ACCURACY, "[[0, 1], [1, 0]]", "[[0.3, 0.7], [0.4, 0.6]]");
 * // -> 0.5
 * }</pre>
 */
public record SparseCategoricalAccuracy() implements Metric {
  @Override
  public String key() {
    return "sparse_categorical_accuracy";
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
    return CategoricalAccuracy.hits(batch);
  }

  @Override
  public double value(double[] sums, long examples) {
    return sums[0] / examples;
  }
}
