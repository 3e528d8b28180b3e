package dev.assay.keras.layers;

import dev.assay.keras.activations.Activation;
import dev.assay.keras.initializers.Initializer;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Two-dimensional convolution (cross-correlation) over images, as Keras's {@code Conv2D}, channels
 * last.
 *
 * <p>Input {@code (batch, height, width, channels)}, output {@code (batch, height', width',
 * filters)}. Weights: {@code kernel (kernelHeight, kernelWidth, channels, filters)}, {@code bias
 * (filters)}. Defaults: stride 1, {@link Padding#VALID}, no activation, Glorot uniform kernel, zero
 * bias.
 *
 * @param filters the number of output channels, positive
 * @param kernel height and width of the window, positive
 * @param strides vertical and horizontal step, positive
 * @param padding what happens at the border
 * @param activation applied to the output
 * @param useBias whether a bias is added
 * @param kernelInitializer the kernel before training
 */
public record Conv2D(
    int filters,
    Size kernel,
    Size strides,
    Padding padding,
    Activation activation,
    boolean useBias,
    Initializer kernelInitializer)
    implements Layer {

  public Conv2D {
    Check.positive("Conv2D", "filters", filters);
    kernel.check("Conv2D", "kernel");
    strides.check("Conv2D", "strides");
  }

  /** A layer of {@code filters} square windows of {@code kernelSize} with Keras's defaults. */
  public static Conv2D of(int filters, int kernelSize) {
    return of(filters, kernelSize, kernelSize);
  }

  /** A layer of {@code filters} windows with Keras's defaults. */
  public static Conv2D of(int filters, int kernelHeight, int kernelWidth) {
    return new Conv2D(
        filters,
        new Size(kernelHeight, kernelWidth),
        new Size(1, 1),
        Padding.VALID,
        Activation.LINEAR,
        true,
        Initializer.GLOROT_UNIFORM);
  }

  public Conv2D strides(int height, int width) {
    return new Conv2D(
        filters, kernel, new Size(height, width), padding, activation, useBias, kernelInitializer);
  }

  public Conv2D padding(Padding newPadding) {
    return new Conv2D(filters, kernel, strides, newPadding, activation, useBias, kernelInitializer);
  }

  public Conv2D activation(Activation newActivation) {
    return new Conv2D(filters, kernel, strides, padding, newActivation, useBias, kernelInitializer);
  }

  public Conv2D useBias(boolean newUseBias) {
    return new Conv2D(filters, kernel, strides, padding, activation, newUseBias, kernelInitializer);
  }

  public Conv2D kernelInitializer(Initializer newInitializer) {
    return new Conv2D(filters, kernel, strides, padding, activation, useBias, newInitializer);
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
    Ops tf = context.tf();
    Shape shape = input.shape();
    Check.rank("Conv2D", shape, 4, "(batch, height, width, channels)");
    int channels = Check.known("Conv2D", shape, 3);
    padding.checkFits("Conv2D", kernel, shape);
    Operand<TFloat32> weights =
        context.addWeight(
            "kernel",
            Shape.of(kernel.height(), kernel.width(), channels, filters),
            kernelInitializer,
            true,
            null);
    Operand<TFloat32> output = tf.nn.conv2d(input, weights, strides.asStrides(), padding.name());
    if (useBias) {
      output =
          tf.nn.biasAdd(
              output, context.addWeight("bias", Shape.of(filters), Initializer.ZEROS, true, null));
    }
    return activation.apply(tf, output);
  }

  /** Height and width, in pixels. */
  public record Size(int height, int width) {
    void check(String layer, String argument) {
      Check.positive(layer, argument + " height", height);
      Check.positive(layer, argument + " width", width);
    }

    List<Long> asStrides() {
      return List.of(1L, (long) height, (long) width, 1L);
    }
  }
}
