package dev.assay.keras.layers;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.math.Mean;
import org.tensorflow.types.TFloat32;

/**
 * Brings the pixels of each image nearer to the mean of their channel or away from it, by a random
 * factor, in training only, as Keras's {@code RandomContrast}; no weights.
 *
 * <p>{@code (x - mean) · factor + mean}, cut to the range of values. Input and output {@code
 * (batch, height, width, channels)}.
 *
 * <p>Example:
 *
 * <pre>{@code
 * RandomContrast layer = RandomContrast.of(0.2).valueRange(0, 1);
 * shape(layer, 28, 28, 1); // -> (None, 28, 28, 1)
 * call(layer, "[[[[0.25], [0.75]]]]"); // -> [[[[0.25], [0.75]]]]
 * layer.factor(); // -> Range[lower=0.8, upper=1.2]
 * }</pre>
 *
 * @param factor from which the factor is drawn, in [0, 2]
 * @param valueRange of the pixels; default 0 to 255, so images that were rescaled before need
 *     {@code valueRange(0, 1)}
 */
public record RandomContrast(Range factor, Range valueRange) implements Layer {
  public RandomContrast {
    factor.check("RandomContrast", "factor", 0, 2);
    valueRange.check("RandomContrast", "valueRange", -Float.MAX_VALUE, Float.MAX_VALUE);
  }

  /** Factors in {@code [1 - factor, 1 + factor]}. */
  public static RandomContrast of(double factor) {
    return of(factor, factor);
  }

  /** Factors in {@code [1 - lower, 1 + upper]}. */
  public static RandomContrast of(double lower, double upper) {
    return new RandomContrast(Range.of(1 - lower, 1 + upper), new Range(0, 255));
  }

  public RandomContrast valueRange(double low, double high) {
    return new RandomContrast(factor, Range.of(low, high));
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
    Ops tf = context.tf();
    LayerArguments.rank("RandomContrast", input.shape(), 4, "(batch, height, width, channels)");
    if (!context.training()) {
      return input;
    }
    Operand<TFloat32> mean =
        tf.math.mean(input, tf.constant(new int[] {1, 2}), Mean.keepDims(true));
    Operand<TFloat32> scaled =
        tf.math.mul(tf.math.sub(input, mean), factor.draw(context, input, 4));
    return tf.math.minimum(
        tf.math.maximum(tf.math.add(scaled, mean), tf.constant(valueRange.lower())),
        tf.constant(valueRange.upper()));
  }
}
