package dev.assay.keras.layers;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Squeeze;
import org.tensorflow.types.TFloat32;

/** TensorFlow's two poolings, over images and over sequences. */
final class Pooling {
  private Pooling() {}

  /**
   * Over images.
   *
   * <p>The first version of MaxPool, which the typed API leaves out: the gradient of the second has
   * no oneDNN kernel and takes three times as long.
   *
   * @param operation "MaxPool" or "AvgPool", which does not count the padding
   */
  static Operand<TFloat32> images(
      Ops tf, String layer, String operation, Window window, Operand<TFloat32> input) {
    LayerArguments.rank(layer, input.shape(), 4, "(batch, height, width, channels)");
    window.padding().checkFits(layer, window.size(), input.shape());
    return tf.scope()
        .opBuilder(operation, operation)
        .addInput(input.asOutput())
        .setAttr("ksize", window.size().perAxis())
        .setAttr("strides", window.strides().perAxis())
        .setAttr("padding", window.padding().name())
        .build()
        .output(0);
  }

  /** Over sequences: images of one row. */
  static Operand<TFloat32> sequences(
      Ops tf, String layer, String operation, Window window, Operand<TFloat32> input) {
    LayerArguments.rank(layer, input.shape(), 3, "(batch, steps, channels)");
    window.padding().checkFits(layer, window.size().width(), input.shape());
    Operand<TFloat32> rows = tf.expandDims(input, tf.constant(1));
    return tf.squeeze(images(tf, layer, operation, window, rows), Squeeze.axis(List.of(1L)));
  }
}
