package dev.assay.keras.layers;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * The largest value of each window over a sequence, as Keras's {@code MaxPooling1D}, channels last.
 *
 * <p>Input {@code (batch, steps, channels)}, output {@code (batch, steps', channels)}; no weights.
 * Defaults: window 2, stride as large as the window, {@link Padding#VALID}.
 *
 * <p>Example:
 *
 * <pre>{@code
 * call(MaxPooling1D.layer(), "[[[1], [3], [9], [5]]]"); // -> [[[3], [9]]]
 * shape(MaxPooling1D.of(3).strides(2), 20, 4); // -> (None, 9, 4)
 * }</pre>
 *
 * @param window size, strides and padding; its height is 1, the steps are its width
 */
public record MaxPooling1D(Window window) implements Layer {
  public MaxPooling1D {
    window.check("MaxPooling1D", "window");
    LayerArguments.flat("MaxPooling1D", window.size());
  }

  /** Windows of 2. */
  public static MaxPooling1D layer() {
    return of(2);
  }

  /** Windows of {@code size} steps. */
  public static MaxPooling1D of(int size) {
    return new MaxPooling1D(Window.apart(1, size));
  }

  public MaxPooling1D strides(int steps) {
    return new MaxPooling1D(window.strides(1, steps));
  }

  public MaxPooling1D padding(Padding newPadding) {
    return new MaxPooling1D(window.padding(newPadding));
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
    return Pooling.sequences(context.tf(), "MaxPooling1D", "MaxPool", window, input);
  }
}
