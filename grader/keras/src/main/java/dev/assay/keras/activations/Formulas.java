package dev.assay.keras.activations;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Min;
import org.tensorflow.op.core.Sum;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

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

  /** {@code x (1 + tanh(sqrt(2 / pi) (x + 0.044715 x³))) / 2}. */
  static Operand<TFloat32> tanhGelu(Ops tf, Operand<TFloat32> x) {
    Operand<TFloat32> cubed = tf.math.mul(x, tf.math.square(x));
    Operand<TFloat32> inner = tf.math.add(x, tf.math.mul(tf.constant(0.044715f), cubed));
    Operand<TFloat32> tanh =
        tf.math.tanh(tf.math.mul(tf.constant((float) Math.sqrt(2 / Math.PI)), inner));
    Operand<TFloat32> twice = tf.math.mul(x, tf.math.add(tanh, tf.constant(1f)));
    return tf.math.mul(twice, tf.constant(0.5f));
  }

  static Operand<TFloat32> relu(
      Ops tf, Operand<TFloat32> x, float slope, float maxValue, float threshold) {
    Operand<TFloat32> above = threshold == 0 ? tf.nn.relu(x) : threshold(tf, x, threshold, 0);
    Operand<TFloat32> cut =
        maxValue == Float.POSITIVE_INFINITY ? above : tf.math.minimum(above, tf.constant(maxValue));
    if (slope == 0) {
      return cut;
    }
    Operand<TFloat32> below = tf.nn.relu(tf.math.sub(tf.constant(threshold), x));
    return tf.math.sub(cut, tf.math.mul(tf.constant(slope), below));
  }

  static Operand<TFloat32> elu(Ops tf, Operand<TFloat32> x, float alpha) {
    return alpha == 1 ? tf.nn.elu(x) : elu(tf, x, alpha, x);
  }

  static Operand<TFloat32> celu(Ops tf, Operand<TFloat32> x, float alpha) {
    return alpha == 1 ? tf.nn.elu(x) : elu(tf, x, alpha, tf.math.div(x, tf.constant(alpha)));
  }

  /** {@code max(x, 0) + alpha (exp(min(scaled, 0)) - 1)}. */
  private static Operand<TFloat32> elu(
      Ops tf, Operand<TFloat32> x, float alpha, Operand<TFloat32> scaled) {
    Operand<TFloat32> below = tf.nn.elu(tf.math.minimum(scaled, tf.constant(0f)));
    return tf.math.add(tf.nn.relu(x), tf.math.mul(tf.constant(alpha), below));
  }

  static Operand<TFloat32> threshold(Ops tf, Operand<TFloat32> x, float threshold, float value) {
    var above = tf.math.greater(tf.stopGradient(x), tf.constant(threshold));
    Operand<TFloat32> kept = tf.select(above, x, tf.zerosLike(x));
    return value == 0
        ? kept
        : tf.math.add(
            kept, tf.select(above, tf.zerosLike(x), tf.fill(tf.shape(x), tf.constant(value))));
  }

  static Operand<TFloat32> glu(Ops tf, Operand<TFloat32> x) {
    Shape shape = x.shape();
    int size = last("GLU", shape);
    if (size % 2 != 0) {
      throw new IllegalArgumentException(
          "GLU halves an axis, whose size must be even. Received: shape " + show(shape));
    }
    List<Operand<TFloat32>> halves =
        tf.split(tf.constant(shape.numDimensions() - 1), x, 2L).output().stream()
            .map(half -> (Operand<TFloat32>) half)
            .toList();
    return tf.math.mul(halves.get(0), tf.math.sigmoid(halves.get(1)));
  }

  /**
   * {@code max(x - tau, 0)}, where the values above tau, the k largest, exceed it by 1 together.
   *
   * <p>Sorting, which has no gradient, only finds out which those are.
   */
  static Operand<TFloat32> sparsemax(Ops tf, Operand<TFloat32> x) {
    int size = last("SPARSEMAX", x.shape());
    Operand<TFloat32> fixed = tf.stopGradient(x);
    Operand<TFloat32> sorted = tf.nn.topK(fixed, tf.constant(size), TInt32.class).values();
    Operand<TFloat32> sums = tf.math.cumsum(sorted, tf.constant(-1));
    float[] ranks = new float[size];
    for (int i = 0; i < size; i++) {
      ranks[i] = i + 1;
    }
    Operand<TFloat32> one = tf.constant(1f);
    var inside = tf.math.greater(tf.math.add(one, tf.math.mul(tf.constant(ranks), sorted)), sums);
    Operand<TFloat32> last = tf.constant(Float.MAX_VALUE);
    Operand<TFloat32> smallest =
        tf.min(
            tf.select(inside, sorted, tf.fill(tf.shape(sorted), last)),
            tf.constant(-1),
            Min.keepDims(true));
    Operand<TFloat32> support =
        tf.dtypes.cast(tf.math.greaterEqual(fixed, smallest), TFloat32.class);
    Operand<TFloat32> excess =
        tf.math.sub(tf.sum(tf.math.mul(x, support), tf.constant(-1), Sum.keepDims(true)), one);
    Operand<TFloat32> tau =
        tf.math.div(excess, tf.sum(support, tf.constant(-1), Sum.keepDims(true)));
    return tf.nn.relu(tf.math.sub(x, tau));
  }

  static Operand<TFloat32> hardSigmoid(Ops tf, Operand<TFloat32> x) {
    return tf.math.mul(tf.nn.relu6(tf.math.add(x, tf.constant(3f))), tf.constant(1 / 6f));
  }

  static Operand<TFloat32> hardShrink(Ops tf, Operand<TFloat32> x, float threshold) {
    var outside = tf.math.greater(tf.math.abs(tf.stopGradient(x)), tf.constant(threshold));
    return tf.math.mul(x, tf.dtypes.cast(outside, TFloat32.class));
  }

  static Operand<TFloat32> squareplus(Ops tf, Operand<TFloat32> x, float b) {
    Operand<TFloat32> root = tf.math.sqrt(tf.math.add(tf.math.square(x), tf.constant(b)));
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
    int[] size = {-1, last("LOG_SOFTMAX", shape)};
    return tf.reshape(tf.nn.logSoftmax(tf.reshape(x, tf.constant(size))), tf.shape(x));
  }

  /** Returns the shape as Keras prints it: (None, 28, 28). */
  static String show(Shape shape) {
    return shape.toString().replace("-1", "None").replace('[', '(').replace(']', ')');
  }

  private static int last(String function, Shape shape) {
    int rank = shape.numDimensions();
    if (rank < 1 || shape.get(rank - 1) <= 0) {
      throw new IllegalArgumentException(
          "%s needs an input with a known last axis. Received: shape %s"
              .formatted(function, show(shape)));
    }
    return Math.toIntExact(shape.get(rank - 1));
  }
}
