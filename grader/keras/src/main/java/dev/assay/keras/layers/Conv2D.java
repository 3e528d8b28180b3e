package dev.assay.keras.layers;

import dev.assay.keras.activations.ActivationFunction;
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
 * (filters)}. Defaults: stride 1, {@link Padding#VALID}, no dilation, no activation, Glorot uniform
 * kernel, zero bias, no regularizer.
 *
 * <p>Example:
 *
 * <pre>{@code
 * shape(Conv2D.of(32, 3).activation(RELU), 28, 28, 1); // -> (None, 26, 26, 32)
 * shape(Conv2D.of(32, 3).padding(SAME).strides(2, 2), 28, 28, 1); // -> (None, 14, 14, 32)
 * parameters(Conv2D.of(32, 3), 28, 28, 1); // -> 320
 * error(() -> shape(Conv2D.of(32, 3), 28, 28));
 * // -> Layer conv2d (Conv2D), the 1st of the model: Conv2D needs an input of rank 4,
 * // -> (batch, height, width, channels). Received: shape (None, 28, 28). For images
 * // -> without a channel axis put Reshape.to(height, width, 1) before it.
 * }</pre>
 *
 * @param filters the number of output channels, positive
 * @param window the kernel's height and width, strides and padding
 * @param dilation the distance of the pixels under the window, positive; above 1 only without
 *     strides
 * @param activity the activation, and a penalty on the output
 * @param weights bias or none, initializers, regularizers and constraints
 */
public record Conv2D(
    int filters, Window window, Size dilation, Activity activity, KernelAndBias weights)
    implements Layer, WithActivation<Conv2D>, WithKernel<Conv2D> {

  public Conv2D {
    LayerArguments.positive("Conv2D", "filters", filters);
    window.check("Conv2D", "kernel", dilation);
  }

  /** A layer of {@code filters} square windows of {@code kernelSize} with Keras's defaults. */
  public static Conv2D of(int filters, int kernelSize) {
    return of(filters, kernelSize, kernelSize);
  }

  /** A layer of {@code filters} windows with Keras's defaults. */
  public static Conv2D of(int filters, int kernelHeight, int kernelWidth) {
    return new Conv2D(
        filters,
        Window.of(kernelHeight, kernelWidth),
        Size.ONE,
        Activity.NONE,
        KernelAndBias.defaults());
  }

  /** A layer of {@code filters} square windows of {@code kernelSize} with an activation. */
  public static Conv2D of(int filters, int kernelSize, ActivationFunction activation) {
    return of(filters, kernelSize).activation(activation);
  }

  public Conv2D strides(int height, int width) {
    return new Conv2D(filters, window.strides(height, width), dilation, activity, weights);
  }

  public Conv2D padding(Padding newPadding) {
    return new Conv2D(filters, window.padding(newPadding), dilation, activity, weights);
  }

  /** The distance of the pixels under the window, as Keras's {@code dilation_rate}. */
  public Conv2D dilation(int height, int width) {
    return new Conv2D(filters, window, new Size(height, width), activity, weights);
  }

  @Override
  public Conv2D activity(Activity newActivity) {
    return new Conv2D(filters, window, dilation, newActivity, weights);
  }

  @Override
  public Conv2D weights(KernelAndBias newWeights) {
    return new Conv2D(filters, window, dilation, activity, newWeights);
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
    Ops tf = context.tf();
    LayerArguments.rank("Conv2D", input.shape(), 4, "(batch, height, width, channels)");
    int channels = LayerArguments.known("Conv2D", input.shape(), 3);
    Size size = window.size();
    Operand<TFloat32> kernel =
        context.addWeight(
            "kernel", Shape.of(size.height(), size.width(), channels, filters), weights.kernel());
    Operand<TFloat32> output =
        Dilation.convolve(
            tf,
            "Conv2D",
            window,
            dilation,
            input,
            (image, padding) -> StridedConvolution.conv2d(tf, image, kernel, window, padding));
    return activity.apply(context, weights.addBias(context, output, filters));
  }
}
