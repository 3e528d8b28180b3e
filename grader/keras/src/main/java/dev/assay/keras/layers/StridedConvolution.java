package dev.assay.keras.layers;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.StridedSlice;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Convolutions of images with strides.
 *
 * <p>A window of one pixel with strides above 1 looks at every n-th pixel only, as the shortcuts of
 * residual networks do. For its gradient TensorFlow 2.18 lets oneDNN write outside of its memory,
 * which ends the process. These pixels are taken first, and convolved without strides: the same
 * numbers, with as many multiplications.
 */
final class StridedConvolution {
  private static final long ALL = 0b1111;

  private StridedConvolution() {}

  /**
   * Convolves images of shape (batch, height, width, channels).
   *
   * @param kernel of shape (height, width, channels, filters)
   * @param padding TensorFlow's name of it
   */
  static Operand<TFloat32> conv2d(
      Ops tf, Operand<TFloat32> image, Operand<TFloat32> kernel, Window window, String padding) {
    if (window.size().equals(Size.ONE) && !window.strides().equals(Size.ONE)) {
      return tf.nn.conv2d(
          everyNth(tf, image, window.strides()), kernel, Size.ONE.asList(), padding);
    }
    return tf.nn.conv2d(image, kernel, window.strides().asList(), padding);
  }

  private static Operand<TFloat32> everyNth(Ops tf, Operand<TFloat32> image, Size strides) {
    Operand<TInt32> whole = tf.constant(new int[4]);
    return tf.stridedSlice(
        image,
        whole,
        whole,
        tf.constant(new int[] {1, strides.height(), strides.width(), 1}),
        StridedSlice.beginMask(ALL),
        StridedSlice.endMask(ALL));
  }
}
