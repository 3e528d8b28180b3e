package dev.assay.keras.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;

/**
 * {@code 1 - sum((t - p)²) / sum((t - mean(t))²)}, the mean over the outputs: 1 is perfect, 0 as
 * good as the mean, negative worse. Where all targets are equal it is 0, as in Keras; otherwise as
 * Keras's {@code R2Score} with its defaults.
 *
 * <p>In float32 the squares of targets far from 0 would cancel out to nothing, so their sums are
 * kept in float64 and leave the graph as two halves.
 *
 * <p>Example:
 *
 * <pre>{@code
 * metric(Metric.R2_SCORE, "[[1], [2], [3]]", "[[1], [2], [4]]"); // -> 0.5
 * }</pre>
 */
public record R2Score() implements Metric {
  /**
   * The spread of float32 targets, as a fraction of their squares, below which it is only rounding.
   */
  private static final double ROUNDING = 1e-14;

  @Override
  public String key() {
    return "r2_score";
  }

  @Override
  public boolean higherIsBetter() {
    return true;
  }

  @Override
  public int width(int outputs) {
    return 5 * outputs;
  }

  @Override
  public Operand<TFloat32> sums(MetricBatch batch) {
    Ops tf = batch.tf();
    Operand<TFloat32> errors = tf.math.squaredDifference(batch.target(), batch.output());
    Operand<TFloat64> targets = tf.dtypes.cast(batch.target(), TFloat64.class);
    List<Operand<TFloat32>> sums = new ArrayList<>();
    sums.add(batch.totals(errors));
    sums.addAll(halves(tf, tf.sum(targets, tf.constant(0))));
    sums.addAll(halves(tf, tf.sum(tf.math.square(targets), tf.constant(0))));
    return tf.concat(sums, tf.constant(0));
  }

  @Override
  public double value(double[] sums, long examples) {
    int outputs = sums.length / 5;
    return IntStream.range(0, outputs)
        .mapToDouble(
            i ->
                ofOne(
                    sums[i],
                    sums[outputs + i] + sums[2 * outputs + i],
                    sums[3 * outputs + i] + sums[4 * outputs + i],
                    examples))
        .average()
        .orElse(0);
  }

  private static List<Operand<TFloat32>> halves(Ops tf, Operand<TFloat64> value) {
    Operand<TFloat32> high = tf.dtypes.cast(value, TFloat32.class);
    Operand<TFloat64> rest = tf.math.sub(value, tf.dtypes.cast(high, TFloat64.class));
    return List.of(high, tf.dtypes.cast(rest, TFloat32.class));
  }

  private static double ofOne(double errors, double sum, double squares, long examples) {
    double spread = squares - sum * sum / examples;
    return spread <= ROUNDING * squares ? 0 : 1 - errors / spread;
  }
}
