package dev.assay.keras.layers;

import dev.assay.keras.initializers.Initializer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

/**
 * The trained weights of a layer that normalizes.
 *
 * <p>Example:
 *
 * <pre>{@code
 * BatchNormalization.layer().center(); // -> true
 * }</pre>
 *
 * @param center whether {@code beta} is added
 * @param scale whether the features are multiplied by {@code gamma}
 * @param gamma initializer, regularizer and constraint of the factors
 * @param beta initializer, regularizer and constraint of what is added
 */
public record ScaleAndShift(
    boolean center, boolean scale, WeightOptions gamma, WeightOptions beta) {
  /** Returns both, initialised to ones and zeros, without regularizers or constraints. */
  static ScaleAndShift defaults() {
    return new ScaleAndShift(
        true, true, WeightOptions.of(Initializer.ONES), WeightOptions.of(Initializer.ZEROS));
  }

  ScaleAndShift center(boolean newCenter) {
    return new ScaleAndShift(newCenter, scale, gamma, beta);
  }

  ScaleAndShift scale(boolean newScale) {
    return new ScaleAndShift(center, newScale, gamma, beta);
  }

  ScaleAndShift gamma(UnaryOperator<WeightOptions> change) {
    return new ScaleAndShift(center, scale, change.apply(gamma), beta);
  }

  ScaleAndShift beta(UnaryOperator<WeightOptions> change) {
    return new ScaleAndShift(center, scale, gamma, change.apply(beta));
  }

  Affine add(LayerContext context, Shape shape) {
    @Nullable Operand<TFloat32> factors = scale ? context.addWeight("gamma", shape, gamma) : null;
    @Nullable Operand<TFloat32> shift = center ? context.addWeight("beta", shape, beta) : null;
    return new Affine(factors, shift);
  }
}
