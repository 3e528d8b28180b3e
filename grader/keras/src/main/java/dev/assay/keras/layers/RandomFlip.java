package dev.assay.keras.layers;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Mirrors each image with probability 1/2, each way on its own, in training only, as Keras's {@code
 * RandomFlip}; no weights.
 *
 * <p>Input and output {@code (batch, height, width, channels)}.
 *
 * <p>Example:
 *
 * <pre>{@code
 * RandomFlip layer = RandomFlip.of(RandomFlip.Mode.HORIZONTAL);
 * callInTraining(layer, "[[[[1], [2]]], [[[1], [2]]], [[[1], [2]]]]");
 * // -> [[[[1], [2]]], [[[2], [1]]], [[[2], [1]]]]
 * call(layer, "[[[[1], [2]]]]"); // -> [[[[1], [2]]]]
 * }</pre>
 *
 * @param mode which ways; default {@link Mode#HORIZONTAL_AND_VERTICAL}
 */
public record RandomFlip(Mode mode) implements Layer {
  /** The ways an image is mirrored. */
  public enum Mode {
    /** Left and right. */
    HORIZONTAL,
    /** Top and bottom. */
    VERTICAL,
    /** Flips in each direction independently, so one image in four is rotated by 180 degrees. */
    HORIZONTAL_AND_VERTICAL
  }

  /** Creates the layer with Keras's default, both ways. */
  public static RandomFlip layer() {
    return new RandomFlip(Mode.HORIZONTAL_AND_VERTICAL);
  }

  public static RandomFlip of(Mode mode) {
    return new RandomFlip(mode);
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
    LayerArguments.rank("RandomFlip", input.shape(), 4, "(batch, height, width, channels)");
    if (!context.training()) {
      return input;
    }
    Operand<TFloat32> output = input;
    if (mode != Mode.VERTICAL) {
      output = flipped(context, output, 2);
    }
    if (mode != Mode.HORIZONTAL) {
      output = flipped(context, output, 1);
    }
    return output;
  }

  private static Operand<TFloat32> flipped(
      LayerContext context, Operand<TFloat32> input, int axis) {
    Ops tf = context.tf();
    Operand<TFloat32> draw = Draws.perExample(context, input, 4, 0, 1);
    Operand<TFloat32> mirrored = tf.reverse(input, tf.constant(new int[] {axis}));
    return tf.select(tf.math.less(draw, tf.constant(0.5f)), mirrored, input);
  }
}
