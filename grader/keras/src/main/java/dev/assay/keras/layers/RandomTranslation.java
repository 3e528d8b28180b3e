package dev.assay.keras.layers;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Moves each image by a random share of its height and width, in training only, as Keras's {@code
 * RandomTranslation}; no weights.
 *
 * <p>Input and output {@code (batch, height, width, channels)} with known sizes. Defaults:
 * reflected borders, bilinear.
 *
 * <p>Example:
 *
 * <pre>{@code
 * RandomTranslation layer = RandomTranslation.of(0.1, 0.2);
 * shape(layer, 28, 28, 1); // -> (None, 28, 28, 1)
 * layer.width(); // -> Range[lower=-0.2, upper=0.2]
 * call(layer, "[[[[1], [2]]]]"); // -> [[[[1], [2]]]]
 * }</pre>
 *
 * @param height the shares by which images go down (negative: up), in [-1, 1]
 * @param width the shares by which images go to the right (negative: left), in [-1, 1]
 * @param filling where the new pixels come from; default {@link Filling#defaults}
 */
public record RandomTranslation(Range height, Range width, Filling filling) implements Layer {
  public RandomTranslation {
    height.check("RandomTranslation", "height", -1, 1);
    width.check("RandomTranslation", "width", -1, 1);
  }

  /**
   * Creates the layer with the largest shift in each direction, as fractions of the height and
   * width.
   */
  public static RandomTranslation of(double height, double width) {
    return new RandomTranslation(Range.around0(height), Range.around0(width), Filling.defaults());
  }

  /** Sets how the area outside the image is filled. */
  public RandomTranslation fillMode(FillMode mode) {
    return new RandomTranslation(height, width, filling.mode(mode));
  }

  public RandomTranslation interpolation(Interpolation interpolation) {
    return new RandomTranslation(height, width, filling.interpolation(interpolation));
  }

  /** Sets the value of the area outside the image with {@link FillMode#CONSTANT}. */
  public RandomTranslation fillValue(double value) {
    return new RandomTranslation(height, width, filling.value(value));
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
    Ops tf = context.tf();
    Warp warp = new Warp(tf, "RandomTranslation", input, filling);
    if (!context.training()) {
      return input;
    }
    Operand<TFloat32> down = pixels(tf, height.draw(context, input, 3), input.shape().get(1));
    Operand<TFloat32> right = pixels(tf, width.draw(context, input, 3), input.shape().get(2));
    return warp.from(tf.math.sub(warp.rows(), down), tf.math.sub(warp.columns(), right));
  }

  private static Operand<TFloat32> pixels(Ops tf, Operand<TFloat32> share, long size) {
    return tf.math.mul(share, tf.constant((float) size));
  }
}
