package dev.assay.keras.layers;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * {@code (input - mean) / sqrt(variance)} for each feature of the last axis, as Keras's {@code
 * Normalization}.
 *
 * <p>The trainer adapts mean and variance on the training set, so there is nothing to call and no
 * way to look at validation or hidden rows by mistake. Like Keras, the square root is held above
 * 1e-7. Two weights that are not trained.
 */
public record Normalization() implements Layer {
  private static final float EPSILON = 1e-7f;

  public static Normalization layer() {
    return new Normalization();
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
    Ops tf = context.tf();
    LayerContext.Moments moments = context.adaptedMoments(input);
    Operand<TFloat32> deviation =
        tf.math.maximum(tf.math.sqrt(moments.variance()), tf.constant(EPSILON));
    return tf.math.div(tf.math.sub(input, moments.mean()), deviation);
  }
}
