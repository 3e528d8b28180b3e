package dev.assay.keras.layers;

import java.util.List;
import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.random.RandomStandardNormal;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Random tensors for layers that make noise in training; each has its own seed.
 *
 * <p>Their shapes come from the input, so TensorFlow would look for a gradient by way of the random
 * operation, which has none: the gradient is stopped.
 */
final class Draws {
  private Draws() {}

  /** Spread evenly over {@code [low, high)}. */
  static Operand<TFloat32> uniform(
      LayerContext context, Operand<TInt32> shape, float low, float high) {
    Ops tf = context.tf();
    Operand<TFloat32> unit =
        tf.random.randomUniform(
            shape,
            TFloat32.class,
            org.tensorflow.op.random.RandomUniform.seed(context.nextSeed()),
            org.tensorflow.op.random.RandomUniform.seed2(context.nextSeed()));
    return tf.stopGradient(
        tf.math.add(tf.math.mul(unit, tf.constant(high - low)), tf.constant(low)));
  }

  /** Draws from a normal distribution with mean 0. */
  static Operand<TFloat32> normal(LayerContext context, Operand<TInt32> shape, float stddev) {
    Ops tf = context.tf();
    Operand<TFloat32> unit =
        tf.random.randomStandardNormal(
            shape,
            TFloat32.class,
            RandomStandardNormal.seed(context.nextSeed()),
            RandomStandardNormal.seed2(context.nextSeed()));
    return tf.stopGradient(tf.math.mul(unit, tf.constant(stddev)));
  }

  /**
   * Draws one number per example, {@code (batch, 1, ...)} with the given number of axes, in {@code
   * [low, high)}.
   */
  static Operand<TFloat32> perExample(
      LayerContext context, Operand<TFloat32> input, int axes, float low, float high) {
    Ops tf = context.tf();
    int[] ones = IntStream.generate(() -> 1).limit(axes - 1).toArray();
    Operand<TInt32> shape = tf.concat(List.of(batch(tf, input), tf.constant(ones)), tf.constant(0));
    return uniform(context, shape, low, high);
  }

  /** The number of examples, as a vector of one. */
  static Operand<TInt32> batch(Ops tf, Operand<TFloat32> input) {
    return tf.slice(tf.shape(input), tf.constant(new int[] {0}), tf.constant(new int[] {1}));
  }

  /** Sets values to 0 with probability {@code rate} and scales the others. */
  static Operand<TFloat32> drop(
      LayerContext context, Operand<TFloat32> input, Operand<TInt32> shape, float rate) {
    Ops tf = context.tf();
    Operand<TFloat32> kept =
        tf.dtypes.cast(
            tf.math.greaterEqual(uniform(context, shape, 0, 1), tf.constant(rate)), TFloat32.class);
    return tf.math.mul(input, tf.math.mul(kept, tf.constant(1 / (1 - rate))));
  }
}
