package dev.assay.keras.layers;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Scope;
import org.tensorflow.types.TFloat32;

/**
 * The largest value of each window, as Keras's {@code MaxPooling2D}, channels last.
 *
 * <p>Input {@code (batch, height, width, channels)}, output {@code (batch, height', width',
 * channels)}. Defaults: window 2x2, stride as large as the window, {@link Padding#VALID}.
 *
 * @param window height and width, positive
 * @param strides vertical and horizontal step, positive
 * @param padding what happens at the border
 */
public record MaxPooling2D(Conv2D.Size window, Conv2D.Size strides, Padding padding)
    implements Layer {

  public MaxPooling2D {
    window.check("MaxPooling2D", "window");
    strides.check("MaxPooling2D", "strides");
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
    Conv2D.Size window = new Conv2D.Size(height, width);
    return new MaxPooling2D(window, window, Padding.VALID);
  }

  public MaxPooling2D strides(int height, int width) {
    return new MaxPooling2D(window, new Conv2D.Size(height, width), padding);
  }

  public MaxPooling2D padding(Padding newPadding) {
    return new MaxPooling2D(window, strides, newPadding);
  }

  /**
   * Uses the first version of TensorFlow's operation, which the typed API leaves out: the gradient
   * of the second has no oneDNN kernel and takes three times as long.
   */
  @Override
  public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
    Check.rank("MaxPooling2D", input.shape(), 4, "(batch, height, width, channels)");
    padding.checkFits("MaxPooling2D", window, input.shape());
    Scope scope = context.tf().scope();
    return scope
        .opBuilder("MaxPool", "MaxPool")
        .addInput(input.asOutput())
        .setAttr("ksize", longs(window.asStrides()))
        .setAttr("strides", longs(strides.asStrides()))
        .setAttr("padding", padding.name())
        .build()
        .output(0);
  }

  private static long[] longs(List<Long> values) {
    return values.stream().mapToLong(Long::longValue).toArray();
  }
}
