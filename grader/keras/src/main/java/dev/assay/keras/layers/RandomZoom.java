package dev.assay.keras.layers;

import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Zooms each image in or out about its centre by a random factor, in training only, as Keras's
 * {@code RandomZoom}; no weights.
 *
 * <p>Input and output {@code (batch, height, width, channels)} with known sizes. Defaults: the same
 * factor both ways, reflected borders, bilinear.
 *
 * <p>Example:
 *
 * <pre>{@code
 * shape(RandomZoom.of(0.2), 28, 28, 1); // -> (None, 28, 28, 1)
 * RandomZoom.of(0.2).height(); // -> Range[lower=-0.2, upper=0.2]
 * error(() -> RandomZoom.of(2));
 * // -> RandomZoom: height must be in [-1.0, 1.0], the lower bound first. Received: -2.0 to 2.0
 * }</pre>
 *
 * @param height the changes of the height seen: 0.2 shows 120 % of it, so the image becomes
 *     smaller, -0.2 shows 80 %; in [-1, 1]
 * @param width the same for the width, or null for that of the height
 * @param filling where the new pixels come from; default {@link Filling#defaults}
 */
public record RandomZoom(Range height, @Nullable Range width, Filling filling) implements Layer {
  public RandomZoom {
    height.check("RandomZoom", "height", -1, 1);
    if (width != null) {
      width.check("RandomZoom", "width", -1, 1);
    }
  }

  /** Creates the layer with the largest zoom in or out, as a fraction, the same for both axes. */
  public static RandomZoom of(double factor) {
    return new RandomZoom(Range.around0(factor), null, Filling.defaults());
  }

  /** Creates the layer with the largest zoom in or out, as fractions of the height and width. */
  public static RandomZoom of(double height, double width) {
    return new RandomZoom(Range.around0(height), Range.around0(width), Filling.defaults());
  }

  /** Sets how the area outside the image is filled. */
  public RandomZoom fillMode(FillMode mode) {
    return new RandomZoom(height, width, filling.mode(mode));
  }

  public RandomZoom interpolation(Interpolation interpolation) {
    return new RandomZoom(height, width, filling.interpolation(interpolation));
  }

  /** Sets the value of the area outside the image with {@link FillMode#CONSTANT}. */
  public RandomZoom fillValue(double value) {
    return new RandomZoom(height, width, filling.value(value));
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
    Ops tf = context.tf();
    Warp warp = new Warp(tf, "RandomZoom", input, filling);
    if (!context.training()) {
      return input;
    }
    Operand<TFloat32> one = tf.constant(1f);
    Operand<TFloat32> rows = tf.math.add(height.draw(context, input, 3), one);
    Operand<TFloat32> columns =
        width == null ? rows : tf.math.add(width.draw(context, input, 3), one);
    return warp.from(tf.math.mul(warp.rows(), rows), tf.math.mul(warp.columns(), columns));
  }
}
