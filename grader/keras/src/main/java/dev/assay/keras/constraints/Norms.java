package dev.assay.keras.constraints;

import java.util.List;
import java.util.Locale;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Sum;
import org.tensorflow.types.TFloat32;

/** Euclidean norms along some axes of a weight. */
final class Norms {
  /** Keras's {@code backend.epsilon()}. */
  private static final float EPSILON = 1e-7f;

  private Norms() {}

  static Operand<TFloat32> of(Ops tf, Operand<TFloat32> weight, List<Integer> axes) {
    int[] over = axes.stream().mapToInt(Integer::intValue).toArray();
    return tf.math.sqrt(tf.sum(tf.math.square(weight), tf.constant(over), Sum.keepDims(true)));
  }

  /** The weight with another norm, where it is not 0. */
  static Operand<TFloat32> rescale(
      Ops tf, Operand<TFloat32> weight, Operand<TFloat32> norms, Operand<TFloat32> desired) {
    return tf.math.mul(weight, tf.math.div(desired, tf.math.add(norms, tf.constant(EPSILON))));
  }

  static Operand<TFloat32> clip(Ops tf, Operand<TFloat32> norms, float low, float high) {
    return tf.math.minimum(tf.math.maximum(norms, tf.constant(low)), tf.constant(high));
  }

  static List<Integer> axes(String constraint, List<Integer> axes) {
    if (axes.isEmpty() || axes.stream().distinct().count() < axes.size()) {
      throw new IllegalArgumentException(
          "%s: axis must name at least one axis, each once. Received: %s"
              .formatted(constraint, axes));
    }
    return List.copyOf(axes);
  }

  static void check(String constraint, List<Integer> axes, String weight, int rank) {
    for (int axis : axes) {
      if (axis < -rank || axis >= rank) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "%s: axis %d is not among the %d axes of weight %s. Use 0 to %d.",
                constraint,
                axis,
                rank,
                weight,
                rank - 1));
      }
    }
    if (axes.stream().map(axis -> Math.floorMod(axis, rank)).distinct().count() < axes.size()) {
      throw new IllegalArgumentException(
          "%s: axis names an axis of weight %s twice. Received: %s"
              .formatted(constraint, weight, axes));
    }
  }

  static void positive(String constraint, String argument, float value) {
    if (!(value > 0 && value < Float.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "%s: %s must be positive. Received: %s".formatted(constraint, argument, value));
    }
  }
}
