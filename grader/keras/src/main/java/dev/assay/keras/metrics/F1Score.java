package dev.assay.keras.metrics;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceMax;
import org.tensorflow.types.TFloat32;

/**
 * The harmonic mean of precision and recall, {@code 2 hits / (predicted + actual)}: in [0, 1], 0
 * for a class that neither occurs nor is predicted; as Keras's {@code F1Score}, whose default
 * average is none, a value for each class. A single output has one class, the positive one.
 *
 * <p>Example:
 *
 * <pre>{@code
 * metric(Metric.F1_SCORE, "[[0, 1], [1, 0]]", "[[0.3, 0.7], [0.4, 0.6]]"); // -> 0.33333
 * Metric micro = Metric.F1_SCORE.average(F1Score.Average.MICRO);
 * metric(micro, "[[0, 1], [1, 0]]", "[[0.3, 0.7], [0.4, 0.6]]"); // -> 0.5
 * }</pre>
 *
 * @param average over the classes; default MACRO
 * @param threshold in (0, 1]: scores above it are predictions; may be null, the default: the
 *     largest output is, and every one that ties with it (Keras then calls any single output
 *     positive, ours is compared with 0.5)
 */
public record F1Score(Average average, @Nullable Float threshold) implements Metric {
  private static final float NOTHING = 1e-9f;

  public F1Score {
    Objects.requireNonNull(average, "average must not be null");
    if (threshold != null && !(threshold > 0 && threshold <= 1)) {
      throw new IllegalArgumentException(
          "F1Score: threshold must be in (0, 1]. Received: " + threshold);
    }
  }

  public F1Score average(Average newAverage) {
    return new F1Score(newAverage, threshold);
  }

  public F1Score threshold(double newThreshold) {
    return new F1Score(average, (float) newThreshold);
  }

  @Override
  public String key() {
    return "f1_score";
  }

  @Override
  public boolean higherIsBetter() {
    return true;
  }

  @Override
  public int width(int outputs) {
    return Counts.width(outputs);
  }

  @Override
  public Operand<TFloat32> sums(MetricBatch batch) {
    return Counts.sums(batch, threshold == null ? largest(batch) : batch.above(threshold));
  }

  /**
   * Marks the largest output of each example as its prediction; as in Keras, an output of 0 is
   * never one.
   */
  private static Operand<TFloat32> largest(MetricBatch batch) {
    if (batch.outputs() == 1) {
      return batch.predicted();
    }
    Ops tf = batch.tf();
    Operand<TFloat32> output = batch.output();
    Operand<TFloat32> most = tf.reduceMax(output, tf.constant(1), ReduceMax.keepDims(true));
    return batch.number(
        tf.math.logicalAnd(
            tf.math.greaterEqual(output, most),
            tf.math.greater(tf.math.abs(output), tf.constant(NOTHING))));
  }

  @Override
  public double value(double[] sums, long examples) {
    List<Counts> classes = Counts.of(sums);
    Counts total = Counts.total(sums);
    return switch (average) {
      case MICRO -> total.f1();
      case MACRO -> classes.stream().mapToDouble(Counts::f1).average().orElse(0);
      case WEIGHTED ->
          Counts.ratio(
              classes.stream().mapToDouble(counts -> counts.f1() * counts.actual()).sum(),
              total.actual());
    };
  }

  /** The way in which the classes' scores are averaged. */
  public enum Average {
    /** Computes the score from the counts of all classes together. */
    MICRO,
    /** The mean over the classes, empty ones with 0. */
    MACRO,
    /** The mean over the classes, each weighing as many examples as it has. */
    WEIGHTED
  }
}
