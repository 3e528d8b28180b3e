package dev.assay.keras.metrics;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * The share of examples whose class is one of the k largest outputs: in [0, 1]; as Keras's {@code
 * SparseTopKCategoricalAccuracy}. Outputs that tie with the k-th all count.
 *
 * <p>Example:
 *
 * <pre>{@code
 * metric(Metric.SPARSE_TOP_K_CATEGORICAL_ACCURACY.k(2), "[[0, 0, 1]]", "[[0.5, 0.2, 0.3]]");
 * // -> 1
 * }</pre>
 *
 * @param k positive; default 5
 */
public record SparseTopKCategoricalAccuracy(int k) implements Metric {
  public SparseTopKCategoricalAccuracy {
    TopKCategoricalAccuracy.check("SparseTopKCategoricalAccuracy", k);
  }

  public SparseTopKCategoricalAccuracy k(int newK) {
    return new SparseTopKCategoricalAccuracy(newK);
  }

  @Override
  public String key() {
    return "sparse_top_k_categorical_accuracy";
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
    return TopKCategoricalAccuracy.hits(batch, k);
  }

  @Override
  public double value(double[] sums, long examples) {
    return sums[0] / examples;
  }
}
