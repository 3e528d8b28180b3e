package dev.assay.keras.layers;

import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.math.Mean;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * The normalisation that BatchNormalization and LayerNormalization share, given mean and variance.
 *
 * @param gamma the factor of each feature, or null
 * @param beta what is added to each feature, or null
 */
record Affine(@Nullable Operand<TFloat32> gamma, @Nullable Operand<TFloat32> beta) {

  /** {@code gamma (input - mean) / sqrt(variance + epsilon) + beta}. */
  Operand<TFloat32> normalize(
      Ops tf,
      Operand<TFloat32> input,
      Operand<TFloat32> mean,
      Operand<TFloat32> variance,
      float epsilon) {
    Operand<TFloat32> factor = tf.math.rsqrt(tf.math.add(variance, tf.constant(epsilon)));
    Operand<TFloat32> scaled =
        tf.math.mul(tf.math.sub(input, mean), gamma == null ? factor : tf.math.mul(factor, gamma));
    return beta == null ? scaled : tf.math.add(scaled, beta);
  }

  /** Mean and population variance over the axes. */
  static LayerContext.Moments moments(
      Ops tf, Operand<TFloat32> input, int[] axes, boolean keepDims) {
    Operand<TInt32> over = tf.constant(axes);
    Operand<TFloat32> mean = tf.math.mean(input, over, Mean.keepDims(true));
    Operand<TFloat32> variance =
        tf.math.mean(tf.math.squaredDifference(input, mean), over, Mean.keepDims(keepDims));
    return new LayerContext.Moments(
        keepDims ? mean : tf.math.mean(input, over, Mean.keepDims(false)), variance);
  }
}
