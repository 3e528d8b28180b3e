package dev.assay.keras.layers;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.image.ResizeBilinear;
import org.tensorflow.op.image.ResizeNearestNeighbor;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Images made larger by a whole factor, as Keras's {@code UpSampling2D}; no weights.
 *
 * <p>Input {@code (batch, height, width, channels)}, output {@code (batch, height · rows, width ·
 * columns, channels)}. Defaults: 2x2, nearest.
 *
 * <p>Example:
 *
 * <pre>{@code
 * call(UpSampling2D.of(1, 2), "[[[[1], [2]]]]"); // -> [[[[1], [1], [2], [2]]]]
 * shape(UpSampling2D.layer(), 7, 7, 64); // -> (None, 14, 14, 64)
 * }</pre>
 *
 * @param size the factors, positive
 * @param interpolation how the new pixels are made; default NEAREST
 */
public record UpSampling2D(Size size, Interpolation interpolation) implements Layer {
  public UpSampling2D {
    size.check("UpSampling2D", "size");
  }

  /** Twice as high and wide. */
  public static UpSampling2D layer() {
    return of(2);
  }

  /** Creates the layer with one factor for height and width. */
  public static UpSampling2D of(int factor) {
    return of(factor, factor);
  }

  /** Creates the layer with a factor for the rows and one for the columns. */
  public static UpSampling2D of(int rows, int columns) {
    return new UpSampling2D(new Size(rows, columns), Interpolation.NEAREST);
  }

  public UpSampling2D interpolation(Interpolation newInterpolation) {
    return new UpSampling2D(size, newInterpolation);
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
    Ops tf = context.tf();
    LayerArguments.rank("UpSampling2D", input.shape(), 4, "(batch, height, width, channels)");
    int height = LayerArguments.known("UpSampling2D", input.shape(), 1) * size.height();
    int width = LayerArguments.known("UpSampling2D", input.shape(), 2) * size.width();
    Operand<TInt32> target = tf.constant(new int[] {height, width});
    return switch (interpolation) {
      case NEAREST ->
          tf.image.resizeNearestNeighbor(
              input, target, ResizeNearestNeighbor.halfPixelCenters(true));
      case BILINEAR ->
          tf.image.resizeBilinear(input, target, ResizeBilinear.halfPixelCenters(true));
    };
  }
}
