package dev.assay.keras.layers;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

/**
 * Brings the last axis of each example to mean 0 and variance 1, then scales and shifts each
 * feature, as Keras's {@code LayerNormalization}; Ba et al., 2016.
 *
 * <p>Input {@code (batch, ..., n)}, the output's shape is the same. Weights of shape {@code (n)}:
 * {@code gamma} (ones) and {@code beta} (zeros).
 *
 * <p>Example:
 *
 * <pre>{@code
 * call(LayerNormalization.layer().epsilon(0), "[[1, 2, 3], [10, 20, 30]]");
 * // -> [[-1.2247, 0, 1.2247], [-1.2247, 0, 1.2247]]
 * parameters(LayerNormalization.layer(), 64); // -> 128
 * }</pre>
 *
 * @param epsilon added to the (population) variance, at least 0; default 1e-3
 * @param weights gamma and beta, both there by default
 */
public record LayerNormalization(float epsilon, ScaleAndShift weights)
    implements Layer, WithScaleAndShift<LayerNormalization> {
  public LayerNormalization {
    Check.notNegative("LayerNormalization", "epsilon", epsilon);
  }

  /** With Keras's defaults. */
  public static LayerNormalization layer() {
    return new LayerNormalization(1e-3f, ScaleAndShift.defaults());
  }

  public LayerNormalization epsilon(double newEpsilon) {
    return new LayerNormalization((float) newEpsilon, weights);
  }

  @Override
  public LayerNormalization weights(ScaleAndShift newWeights) {
    return new LayerNormalization(epsilon, newWeights);
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
    int last = Check.features("LayerNormalization", input.shape());
    Shape shape = Shape.of(Check.known("LayerNormalization", input.shape(), last));
    Affine affine = weights.add(context, shape);
    LayerContext.Moments moments = Affine.moments(context.tf(), input, new int[] {last}, true);
    return affine.normalize(context.tf(), input, moments.mean(), moments.variance(), epsilon);
  }
}
