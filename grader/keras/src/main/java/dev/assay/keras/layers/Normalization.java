package dev.assay.keras.layers;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * {@code (input - mean) / sqrt(variance)} for each feature of the last axis, as Keras's {@code
 * Normalization}.
 *
 * <p>The trainer adapts mean and variance on the training set, so there is nothing to call and no
 * way to look at validation or hidden rows by mistake. Input and output {@code (batch, ..., n)};
 * weights of shape {@code (n)} that are not trained: {@code mean}, {@code variance}.
 *
 * <p>A feature all of whose values in the training set are equal is only centred, as scikit-learn's
 * {@code StandardScaler} does it; any other is divided by its deviation, however small. Keras
 * divides by 1e-7 at least: of tiny deviations little remains there, and a rare category, which may
 * well be missing from a small training set, comes as ten million where it occurs.
 *
 * <p>Example:
 *
 * <pre>{@code
 * weights(Normalization.layer(), 9); // -> normalization/mean [9], normalization/variance [9]
 * parameters(Normalization.layer(), 9); // -> 18
 * Sequential model =
 *     Sequential.of(Normalization.layer(), Dense.of(64).activation(RELU), Dense.of(1));
 * }</pre>
 */
public record Normalization() implements Layer {
  public static Normalization layer() {
    return new Normalization();
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
    Ops tf = context.tf();
    LayerContext.Moments moments = context.adaptedMoments(input);
    Operand<TFloat32> variance = moments.variance();
    Operand<TFloat32> divisor =
        tf.math.sqrt(
            tf.select(
                tf.math.greater(variance, tf.zerosLike(variance)),
                variance,
                tf.onesLike(variance)));
    return tf.math.div(tf.math.sub(input, moments.mean()), divisor);
  }
}
