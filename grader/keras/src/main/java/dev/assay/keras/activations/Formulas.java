package dev.assay.keras.activations;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Activations that TensorFlow has no operation for, made of operations that have a gradient. */
final class Formulas {
  private Formulas() {}

  static Operand<TFloat32> clip(Ops tf, Operand<TFloat32> x, float low, float high) {
    return tf.math.minimum(tf.math.maximum(x, tf.constant(low)), tf.constant(high));
  }

  static Operand<TFloat32> gelu(Ops tf, Operand<TFloat32> x) {
    Operand<TFloat32> error = tf.math.erf(tf.math.mul(x, tf.constant((float) Math.sqrt(0.5))));
    Operand<TFloat32> twice = tf.math.mul(x, tf.math.add(error, tf.constant(1f)));
    return tf.math.mul(twice, tf.constant(0.5f));
  }

  static Operand<TFloat32> hardSigmoid(Ops tf, Operand<TFloat32> x) {
    return tf.math.mul(tf.nn.relu6(tf.math.add(x, tf.constant(3f))), tf.constant(1 / 6f));
  }

  static Operand<TFloat32> hardShrink(Ops tf, Operand<TFloat32> x) {
    var outside = tf.math.greater(tf.math.abs(tf.stopGradient(x)), tf.constant(0.5f));
    return tf.math.mul(x, tf.dtypes.cast(outside, TFloat32.class));
  }

  static Operand<TFloat32> squareplus(Ops tf, Operand<TFloat32> x) {
    Operand<TFloat32> root = tf.math.sqrt(tf.math.add(tf.math.square(x), tf.constant(4f)));
    return tf.math.mul(tf.constant(0.5f), tf.math.add(x, root));
  }

  /** {@code ((c + 1) / 2)²} of x cut to [-1, 1], and what x has above 1. */
  static Operand<TFloat32> sparsePlus(Ops tf, Operand<TFloat32> x) {
    Operand<TFloat32> one = tf.constant(1f);
    Operand<TFloat32> half = tf.math.mul(tf.constant(0.5f), tf.math.add(clip(tf, x, -1, 1), one));
    return tf.math.add(tf.math.square(half), tf.nn.relu(tf.math.sub(x, one)));
  }

  /** TensorFlow's gradient of LogSoftmax is wrong for more than two axes. */
  static Operand<TFloat32> logSoftmax(Ops tf, Operand<TFloat32> x) {
    Shape shape = x.shape();
    if (shape.numDimensions() == 2) {
      return tf.nn.logSoftmax(x);
    }
    int last = Math.toIntExact(shape.get(shape.numDimensions() - 1));
    if (last <= 0) {
      throw new IllegalArgumentException(
          "LOG_SOFTMAX needs an input with a known last axis. Received: shape " + shape);
    }
    Operand<TFloat32> rows = tf.reshape(x, tf.constant(new int[] {-1, last}));
    return tf.reshape(tf.nn.logSoftmax(rows), tf.shape(x));
  }
}
