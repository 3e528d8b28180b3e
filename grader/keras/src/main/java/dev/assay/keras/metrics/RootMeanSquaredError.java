package dev.assay.keras.metrics;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * {@code sqrt(mean((t - p)²))} over all examples and outputs: in the target's unit; as Keras's
 * {@code RootMeanSquaredError}.
 *
 * <p>Example:
 *
 * <pre>{@code
 * metric(Metric.ROOT_MEAN_SQUARED_ERROR, "[[1], [2]]", "[[1], [5]]"); // -> 2.1213
 * }</pre>
 */
public record RootMeanSquaredError() implements Metric {
  @Override
  public String key() {
    return "root_mean_squared_error";
  }

  @Override
  public boolean higherIsBetter() {
    return false;
  }

  @Override
  public int width(int outputs) {
    return 1;
  }

  @Override
  public Operand<TFloat32> sums(MetricBatch batch) {
    return batch.total(
        batch.rowMean(batch.tf().math.squaredDifference(batch.target(), batch.output())));
  }

  @Override
  public double value(double[] sums, long examples) {
    return Math.sqrt(sums[0] / examples);
  }
}
