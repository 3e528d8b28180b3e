package dev.assay.keras.layers;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Convolutions whose window has gaps, made of ones without gaps.
 *
 * <p>TensorFlow's gradients of dilated convolutions are wrong on CPUs, or end the process. Every
 * n-th pixel of the image is moved to an image of its own, these are convolved, and the pixels go
 * back to their places; that is what TensorFlow's Python API did for years.
 */
final class Dilation {
  private Dilation() {}

  /** A convolution of a whole image with TensorFlow's name of a padding. */
  @FunctionalInterface
  interface Convolution {
    Operand<TFloat32> apply(Operand<TFloat32> image, String padding);
  }

  static Operand<TFloat32> convolve(
      Ops tf,
      String layer,
      Window window,
      Size dilation,
      Operand<TFloat32> input,
      Convolution convolution) {
    Size size = window.size();
    Size covered =
        new Size(
            (size.height() - 1) * dilation.height() + 1, (size.width() - 1) * dilation.width() + 1);
    window.padding().checkFits(layer, covered, input.shape());
    if (dilation.equals(Size.ONE)) {
      return convolution.apply(input, window.padding().name());
    }
    boolean pad = window.padding() == Padding.SAME;
    Blocks rows =
        Blocks.of(
            LayerArguments.known(layer, input.shape(), 1),
            pad ? covered.height() - 1 : 0,
            dilation.height());
    Blocks columns =
        Blocks.of(
            LayerArguments.known(layer, input.shape(), 2),
            pad ? covered.width() - 1 : 0,
            dilation.width());
    Operand<TInt32> step = tf.constant(new int[] {dilation.height(), dilation.width()});
    Operand<TFloat32> blocks =
        tf.spaceToBatchNd(
            input, step, tf.constant(new int[][] {rows.paddings(), columns.paddings()}));
    return tf.batchToSpaceNd(
        convolution.apply(blocks, Padding.VALID.name()),
        step,
        tf.constant(new int[][] {{0, rows.rest()}, {0, columns.rest()}}));
  }

  /**
   * The padding of an axis.
   *
   * @param before pixels for the border
   * @param after pixels for the border
   * @param rest further pixels after it, to a multiple of the dilation; their output is cut off
   */
  private record Blocks(int before, int after, int rest) {
    static Blocks of(int size, int border, int dilation) {
      return new Blocks(border / 2, border - border / 2, Math.floorMod(-(size + border), dilation));
    }

    int[] paddings() {
      return new int[] {before, after + rest};
    }
  }
}
