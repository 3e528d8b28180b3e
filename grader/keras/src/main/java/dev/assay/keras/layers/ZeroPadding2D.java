package dev.assay.keras.layers;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Rows and columns of zeros around an image, as Keras's {@code ZeroPadding2D}; no weights.
 *
 * <p>Input {@code (batch, height, width, channels)}, output {@code (batch, height + top + bottom,
 * width + left + right, channels)}. Default: 1 on each side.
 *
 * <p>Example:
 *
 * <pre>{@code
 * shape(ZeroPadding2D.layer(), 28, 28, 1); // -> (None, 30, 30, 1)
 * call(ZeroPadding2D.of(0, 1), "[[[[5]]]]"); // -> [[[[0], [5], [0]]]]
 * }</pre>
 *
 * @param top at least 0
 * @param bottom at least 0
 * @param left at least 0
 * @param right at least 0
 */
public record ZeroPadding2D(int top, int bottom, int left, int right) implements Layer {
  public ZeroPadding2D {
    for (int size : new int[] {top, bottom, left, right}) {
      LayerArguments.notNegative("ZeroPadding2D", "padding", size);
    }
  }

  /** Creates the layer with one row or column on each side. */
  public static ZeroPadding2D layer() {
    return of(1);
  }

  /** Creates the layer with the same padding on each side. */
  public static ZeroPadding2D of(int padding) {
    return of(padding, padding);
  }

  /** Creates the layer with this many rows above and below, and columns to the left and right. */
  public static ZeroPadding2D of(int rows, int columns) {
    return new ZeroPadding2D(rows, rows, columns, columns);
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
    Ops tf = context.tf();
    LayerArguments.rank("ZeroPadding2D", input.shape(), 4, "(batch, height, width, channels)");
    int[][] paddings = {{0, 0}, {top, bottom}, {left, right}, {0, 0}};
    return tf.pad(input, tf.constant(paddings), tf.constant(0f));
  }
}
