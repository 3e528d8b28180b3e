package dev.assay.keras.layers;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * The mean (without the padding) of each window over a sequence, as Keras's {@code
 * AveragePooling1D}, channels last.
 *
 * <p>Input {@code (batch, steps, channels)}, output {@code (batch, steps', channels)}; no weights.
 * Defaults: window 2, stride as large as the window, {@link Padding#VALID}.
 *
 * <p>Example:
 *
 * <pre>{@code
 * call(AveragePooling1D.layer(), "[[[1], [3], [5], [9]]]"); // -> [[[2], [7]]]
 * shape(AveragePooling1D.of(3).strides(1).padding(SAME), 10, 4); // -> (None, 10, 4)
 * }</pre>
 *
 * @param window size, strides and padding; its height is 1, the steps are its width
 */
public record AveragePooling1D(Window window) implements Layer {
  public AveragePooling1D {
    window.check("AveragePooling1D", "window");
    LayerArguments.flat("AveragePooling1D", window.size());
  }

  /** Windows of 2. */
  public static AveragePooling1D layer() {
    return of(2);
  }

  /** Windows of {@code size} steps. */
  public static AveragePooling1D of(int size) {
    return new AveragePooling1D(Window.apart(1, size));
  }

  public AveragePooling1D strides(int steps) {
    return new AveragePooling1D(window.strides(1, steps));
  }

  public AveragePooling1D padding(Padding newPadding) {
    return new AveragePooling1D(window.padding(newPadding));
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
    return Pooling.sequences(context.tf(), "AveragePooling1D", "AvgPool", window, input);
  }
}
