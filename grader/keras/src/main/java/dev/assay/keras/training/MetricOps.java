package dev.assay.keras.training;

import dev.assay.keras.losses.Loss;
import dev.assay.keras.metrics.Metric;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;

/** What each metric adds up over a batch; {@link Sums} makes the metric of it. */
final class MetricOps {
  private final Ops tf;
  private final Loss loss;

  MetricOps(Ops tf, Loss loss) {
    this.tf = tf;
    this.loss = loss;
  }

  List<Operand<TFloat32>> sums(Metric metric, Operand<TFloat32> output, Operand<TFloat32> target) {
    return switch (metric) {
      case ACCURACY -> List.of(sum(tf.dtypes.cast(correct(output, target), TFloat32.class)));
      case MEAN_ABSOLUTE_ERROR -> List.of(sum(rowMean(tf.math.abs(tf.math.sub(target, output)))));
      case MEAN_SQUARED_ERROR -> List.of(sum(rowMean(tf.math.squaredDifference(target, output))));
      case R2_SCORE ->
          List.of(
              sum(tf.math.squaredDifference(target, output)),
              sum(target),
              sum(tf.math.squaredDifference(target, mean(target))));
    };
  }

  private Operand<TBool> correct(Operand<TFloat32> output, Operand<TFloat32> target) {
    if (output.shape().get(1) == 1) {
      Operand<TFloat32> threshold = tf.constant(loss.logits() ? 0f : 0.5f);
      Operand<TFloat32> half = tf.constant(0.5f);
      return tf.math.equal(
          tf.math.greaterEqual(output, threshold), tf.math.greaterEqual(target, half));
    }
    return tf.math.equal(
        tf.math.argMax(output, tf.constant(1)), tf.math.argMax(target, tf.constant(1)));
  }

  private Operand<TFloat32> rowMean(Operand<TFloat32> values) {
    return tf.math.mean(values, tf.constant(-1));
  }

  private Operand<TFloat32> mean(Operand<TFloat32> values) {
    return tf.math.mean(tf.reshape(values, tf.constant(new int[] {-1})), tf.constant(0));
  }

  private Operand<TFloat32> sum(Operand<TFloat32> values) {
    return Objective.sum(tf, values);
  }
}
