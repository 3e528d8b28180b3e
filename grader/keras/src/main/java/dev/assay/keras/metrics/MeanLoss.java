package dev.assay.keras.metrics;

import dev.assay.keras.losses.Loss;
import java.util.Objects;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * A loss as a metric: its mean over the examples, without penalties and class weights. As the
 * metrics of the same names in {@code keras.metrics}: {@code MeanAbsoluteError}, {@code
 * LogCoshError}, {@code BinaryCrossentropy} ...
 *
 * <p>Example:
 *
 * <pre>{@code
 * metric(Metric.MEAN_ABSOLUTE_ERROR, "[[1], [2]]", "[[1.5], [1]]"); // -> 0.75
 * metric(Metric.of(Loss.HUBER), "[[1], [2]]", "[[1.5], [5]]"); // -> 1.3125
 * }</pre>
 *
 * @param loss whose mean it is
 */
public record MeanLoss(Loss loss) implements Metric {
  public MeanLoss {
    Objects.requireNonNull(loss, "loss must not be null");
  }

  @Override
  public String key() {
    return loss.key();
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
    return batch.total(loss.perExample(batch.tf(), batch.output(), batch.target()));
  }

  @Override
  public double value(double[] sums, long examples) {
    return sums[0] / examples;
  }
}
