package dev.assay.keras.layers;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * The interval from which a random number is drawn uniformly.
 *
 * <p>Example:
 *
 * <pre>{@code
 * Range.of(-0.1, 0.3); // -> Range[lower=-0.1, upper=0.3]
 * RandomContrast.of(0.2, 0.4).factor(); // -> Range[lower=0.8, upper=1.4]
 * }</pre>
 *
 * @param lower finite
 * @param upper finite, at least lower; what takes the range checks it
 */
public record Range(float lower, float upper) {
  /** Returns the interval from {@code -factor} to {@code factor}. */
  static Range around0(double factor) {
    float size = (float) Math.abs(factor);
    return new Range(-size, size);
  }

  public static Range of(double lower, double upper) {
    return new Range((float) lower, (float) upper);
  }

  void check(String layer, String argument, float low, float high) {
    if (!(low <= lower && lower <= upper && upper <= high)) {
      throw new IllegalArgumentException(
          "%s: %s must be in [%s, %s], the lower bound first. Received: %s to %s"
              .formatted(layer, argument, low, high, lower, upper));
    }
  }

  /** Draws a number for each example, {@code (batch, 1, ...)} with the given number of axes. */
  Operand<TFloat32> draw(LayerContext context, Operand<TFloat32> input, int axes) {
    return Draws.perExample(context, input, axes, lower, upper);
  }
}
