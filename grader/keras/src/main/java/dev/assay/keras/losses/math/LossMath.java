package dev.assay.keras.losses.math;

import org.tensorflow.GraphOperation;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Sum;
import org.tensorflow.types.TFloat32;

/**
 * The computations shared by several losses, from operations whose gradient is correct in
 * TensorFlow.
 */
public final class LossMath {
  /** {@code keras.config.epsilon()}. */
  public static final float EPSILON = 1e-7f;

  private static final int LAST = -1;

  private LossMath() {}

  /** The means over the last axis: {@code (batch, outputs)} becomes {@code (batch)}. */
  public static Operand<TFloat32> mean(Ops tf, Operand<TFloat32> values) {
    return tf.math.mean(values, tf.constant(LAST));
  }

  /** The sums over the last axis: {@code (batch, outputs)} becomes {@code (batch)}. */
  public static Operand<TFloat32> sum(Ops tf, Operand<TFloat32> values) {
    return tf.sum(values, tf.constant(LAST));
  }

  /** The sums over the last axis, as {@code (batch, 1)}. */
  public static Operand<TFloat32> sumAsColumn(Ops tf, Operand<TFloat32> values) {
    return tf.sum(values, tf.constant(LAST), Sum.keepDims(true));
  }

  /** {@code 1 - values}. */
  public static Operand<TFloat32> complement(Ops tf, Operand<TFloat32> values) {
    return tf.math.sub(tf.constant(1f), values);
  }

  /** The values, limited to {@code [low, high]}. */
  public static Operand<TFloat32> clip(Ops tf, Operand<TFloat32> values, float low, float high) {
    return tf.math.minimum(tf.math.maximum(values, tf.constant(low)), tf.constant(high));
  }

  /** Probabilities that have a logarithm. */
  public static Operand<TFloat32> clip(Ops tf, Operand<TFloat32> p) {
    return clip(tf, p, EPSILON, 1 - EPSILON);
  }

  /** Labels 0 and 1 as -1 and 1, which stay as they are. */
  public static Operand<TFloat32> signs(Ops tf, Operand<TFloat32> target) {
    Operand<TFloat32> zeros = tf.zerosLike(target);
    return tf.select(tf.math.equal(target, zeros), tf.math.sub(zeros, tf.constant(1f)), target);
  }

  /** {@code max(0, 1 - t p)} for labels -1 and 1. */
  public static Operand<TFloat32> hinge(
      Ops tf, Operand<TFloat32> output, Operand<TFloat32> target) {
    return positivePart(tf, complement(tf, tf.math.mul(signs(tf, target), output)));
  }

  /** {@code max(0, x)}, and NaN where x is. */
  public static Operand<TFloat32> positivePart(Ops tf, Operand<TFloat32> x) {
    Operand<TFloat32> zeros = tf.zerosLike(x);
    return tf.select(tf.math.lessEqual(x, zeros), zeros, x);
  }

  /** Requires a label smoothing in [0, 1]; the message names the loss. */
  public static void checkSmoothing(String loss, float labelSmoothing) {
    if (!(labelSmoothing >= 0 && labelSmoothing <= 1)) {
      throw new IllegalArgumentException(
          "%s: labelSmoothing must be in [0, 1]. Received: %s".formatted(loss, labelSmoothing));
    }
  }

  /** {@code t (1 - smoothing) + floor}. */
  public static Operand<TFloat32> smooth(
      Ops tf, Operand<TFloat32> target, float smoothing, float floor) {
    return smoothing == 0
        ? target
        : tf.math.add(tf.math.mul(target, tf.constant(1 - smoothing)), tf.constant(floor));
  }

  /** Returns whether the output is of that operation, apart from the identity that names it. */
  public static boolean madeBy(Operand<TFloat32> output, String type) {
    return source(output).type().equals(type);
  }

  /** Returns the input of the operation behind an output: the logits of a softmax or sigmoid. */
  public static Operand<TFloat32> inputOf(Operand<TFloat32> output) {
    return source(output).input(0).expect(TFloat32.class);
  }

  private static GraphOperation source(Operand<TFloat32> output) {
    GraphOperation operation = (GraphOperation) output.asOutput().op();
    while (operation.type().equals("Identity")) {
      operation = (GraphOperation) operation.input(0).op();
    }
    return operation;
  }
}
