package dev.assay.keras.layers;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * The largest value of each window, as Keras's {@code MaxPooling2D}, channels last.
 *
 * <p>Input {@code (batch, height, width, channels)}, output {@code (batch, height', width',
 * channels)}; no weights. Defaults: window 2x2, stride as large as the window, {@link
 * Padding#VALID}.
 *
 * <p>Example:
 *
 * <pre>{@code
 * call(MaxPooling2D.layer(), "[[[[1], [2]], [[3], [6]]]]"); // -> [[[[6]]]]
 * shape(MaxPooling2D.layer(), 11, 11, 64); // -> (None, 5, 5, 64)
 * shape(MaxPooling2D.layer().padding(SAME), 11, 11, 64); // -> (None, 6, 6, 64)
 * }</pre>
 *
 * @param window height and width, strides and padding
 */
public record MaxPooling2D(Window window) implements Layer {
  public MaxPooling2D {
    window.check("MaxPooling2D", "window");
  }

  /** Windows of 2x2. */
  public static MaxPooling2D layer() {
    return of(2);
  }

  /** Square windows of {@code size}. */
  public static MaxPooling2D of(int size) {
    return of(size, size);
  }

  /** Windows of {@code height} x {@code width}. */
  public static MaxPooling2D of(int height, int width) {
    return new MaxPooling2D(Window.apart(height, width));
  }

  public MaxPooling2D strides(int height, int width) {
    return new MaxPooling2D(window.strides(height, width));
  }

  public MaxPooling2D padding(Padding newPadding) {
    return new MaxPooling2D(window.padding(newPadding));
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
    return Pooling.images(context.tf(), "MaxPooling2D", "MaxPool", window, input);
  }
}
