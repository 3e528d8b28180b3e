package dev.assay.keras.layers;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Turns each image by a random angle about its middle, in training only, as Keras's {@code
 * RandomRotation}; no weights.
 *
 * <p>Input and output {@code (batch, height, width, channels)} with known sizes. Defaults:
 * reflected borders, bilinear.
 *
 * <p>Example:
 *
 * <pre>{@code
 * RandomRotation layer = RandomRotation.of(0.1).fillMode(FillMode.CONSTANT);
 * shape(layer, 28, 28, 1); // -> (None, 28, 28, 1)
 * layer.factor(); // -> Range[lower=-0.1, upper=0.1]
 * }</pre>
 *
 * @param factor the angles, as shares of a full turn, counter-clockwise (negative: clockwise), in
 *     [-1, 1]
 * @param filling where the new pixels come from; default {@link Filling#defaults}
 */
public record RandomRotation(Range factor, Filling filling) implements Layer {
  public RandomRotation {
    factor.check("RandomRotation", "factor", -1, 1);
  }

  /**
   * Creates the layer with the largest rotation in each direction, as a fraction of a full turn:
   * {@code of(0.1)} is up to 36 degrees.
   */
  public static RandomRotation of(double factor) {
    return new RandomRotation(Range.around0(factor), Filling.defaults());
  }

  /** Sets how the area outside the image is filled. */
  public RandomRotation fillMode(FillMode mode) {
    return new RandomRotation(factor, filling.mode(mode));
  }

  public RandomRotation interpolation(Interpolation interpolation) {
    return new RandomRotation(factor, filling.interpolation(interpolation));
  }

  /** Sets the value of the area outside the image with {@link FillMode#CONSTANT}. */
  public RandomRotation fillValue(double value) {
    return new RandomRotation(factor, filling.value(value));
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
    Ops tf = context.tf();
    Warp warp = new Warp(tf, "RandomRotation", input, filling);
    if (!context.training()) {
      return input;
    }
    Operand<TFloat32> angle =
        tf.math.mul(factor.draw(context, input, 3), tf.constant((float) (2 * Math.PI)));
    Operand<TFloat32> cos = tf.math.cos(angle);
    Operand<TFloat32> sin = tf.math.sin(angle);
    Operand<TFloat32> y = warp.rows();
    Operand<TFloat32> x = warp.columns();
    return warp.from(
        tf.math.add(tf.math.mul(sin, x), tf.math.mul(cos, y)),
        tf.math.sub(tf.math.mul(cos, x), tf.math.mul(sin, y)));
  }
}
