package dev.assay.keras.training;

import dev.assay.keras.losses.Loss;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The loss of each example, with Keras's formulas.
 *
 * <p>Keras clips probabilities to [1e-7, 1 - 1e-7] before the logarithm ({@code
 * keras.config.epsilon()}), and like it we look behind a softmax or sigmoid at the end of the model
 * for the logits, which need no clipping.
 */
final class LossOps {
  private static final float EPSILON = 1e-7f;

  private final Ops tf;

  LossOps(Ops tf) {
    this.tf = tf;
  }

  /**
   * The loss of each example, shape {@code (batch)}.
   *
   * @param output the model's, {@code (batch, outputs)}
   * @param target of the same shape: one-hot vectors, 0 or 1, or values
   */
  Operand<TFloat32> perExample(Loss loss, Operand<TFloat32> output, Operand<TFloat32> target) {
    return switch (loss.function()) {
      case MEAN_SQUARED_ERROR -> mean(tf.math.squaredDifference(output, target));
      case BINARY_CROSSENTROPY -> mean(binary(loss, output, target));
      case CATEGORICAL_CROSSENTROPY, SPARSE_CATEGORICAL_CROSSENTROPY ->
          categorical(loss, output, target);
    };
  }

  private Operand<TFloat32> binary(Loss loss, Operand<TFloat32> output, Operand<TFloat32> target) {
    if (loss.logits()) {
      return binaryFromLogits(output, target);
    }
    if (madeBy(output, "Sigmoid")) {
      return binaryFromLogits(inputOf(output), target);
    }
    Operand<TFloat32> one = tf.constant(1f);
    Operand<TFloat32> p = clip(output);
    Operand<TFloat32> likelihood =
        tf.math.add(
            tf.math.mul(target, tf.math.log(p)),
            tf.math.mul(tf.math.sub(one, target), tf.math.log(tf.math.sub(one, p))));
    return tf.math.neg(likelihood);
  }

  /**
   * {@code max(x, 0) - x t + log(1 + exp(-|x|))}; selected so that the gradient at 0 is right too.
   */
  private Operand<TFloat32> binaryFromLogits(Operand<TFloat32> x, Operand<TFloat32> target) {
    Operand<TFloat32> zeros = tf.zerosLike(x);
    var positive = tf.math.greaterEqual(x, zeros);
    Operand<TFloat32> above = tf.select(positive, x, zeros);
    Operand<TFloat32> minusMagnitude = tf.select(positive, tf.math.neg(x), x);
    return tf.math.add(
        tf.math.sub(above, tf.math.mul(x, target)), tf.math.softplus(minusMagnitude));
  }

  private Operand<TFloat32> categorical(
      Loss loss, Operand<TFloat32> output, Operand<TFloat32> target) {
    if (loss.logits()) {
      return tf.nn.softmaxCrossEntropyWithLogits(output, target).loss();
    }
    if (madeBy(output, "Softmax")) {
      return tf.nn.softmaxCrossEntropyWithLogits(inputOf(output), target).loss();
    }
    Operand<TFloat32> total =
        tf.sum(output, tf.constant(-1), org.tensorflow.op.core.Sum.keepDims(true));
    Operand<TFloat32> logP = tf.math.log(clip(tf.math.div(output, total)));
    return tf.math.neg(tf.sum(tf.math.mul(target, logP), tf.constant(-1)));
  }

  private Operand<TFloat32> clip(Operand<TFloat32> p) {
    return tf.math.minimum(tf.math.maximum(p, tf.constant(EPSILON)), tf.constant(1 - EPSILON));
  }

  private Operand<TFloat32> mean(Operand<TFloat32> values) {
    return tf.math.mean(values, tf.constant(-1));
  }

  /** Whether the output is that operation's, but for the identity that names it. */
  private static boolean madeBy(Operand<TFloat32> output, String type) {
    return source(output).type().equals(type);
  }

  private static Operand<TFloat32> inputOf(Operand<TFloat32> output) {
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
