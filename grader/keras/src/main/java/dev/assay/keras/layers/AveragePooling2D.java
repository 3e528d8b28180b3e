package dev.assay.keras.layers;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * The mean (without the padding) of each window, as Keras's {@code AveragePooling2D}, channels
 * last.
 *
 * <p>Input {@code (batch, height, width, channels)}, output {@code (batch, height', width',
 * channels)}; no weights. Defaults: window 2x2, stride as large as the window, {@link
 * Padding#VALID}.
 *
 * <p>Example:
 *
 * <pre>{@code
 * call(AveragePooling2D.layer(), "[[[[1], [2]], [[3], [6]]]]"); // -> [[[[3]]]]
 * shape(AveragePooling2D.of(3).padding(SAME), 28, 28, 32); // -> (None, 10, 10, 32)
 * }</pre>
 *
 * @param window height and width, strides and padding
 */
public record AveragePooling2D(Window window) implements Layer {
  public AveragePooling2D {
    window.check("AveragePooling2D", "window");
  }

  /** Windows of 2x2. */
  public static AveragePooling2D layer() {
    return of(2);
  }

  /** Square windows of {@code size}. */
  public static AveragePooling2D of(int size) {
    return of(size, size);
  }

  /** Windows of {@code height} x {@code width}. */
  public static AveragePooling2D of(int height, int width) {
    return new AveragePooling2D(Window.apart(height, width));
  }

  public AveragePooling2D strides(int height, int width) {
    return new AveragePooling2D(window.strides(height, width));
  }

  public AveragePooling2D padding(Padding newPadding) {
    return new AveragePooling2D(window.padding(newPadding));
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
    return Pooling.images(context.tf(), "AveragePooling2D", "AvgPool", window, input);
  }
}
