package dev.assay.keras.layers;

import dev.assay.keras.activations.Activation;
import dev.assay.keras.initializers.Initializer;
import dev.assay.keras.regularizers.Regularizer;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A {@link DepthwiseConv2D} and a convolution of 1x1 that mixes its channels, as Keras's {@code
 * SeparableConv2D}, channels last.
 *
 * <p>Input {@code (batch, height, width, channels)}, output {@code (batch, height', width',
 * filters)}. Weights: {@code depthwise_kernel (kernelHeight, kernelWidth, channels,
 * depthMultiplier)}, {@code pointwise_kernel (1, 1, channels · depthMultiplier, filters)}, {@code
 * bias (filters)}. Defaults: stride 1, {@link Padding#VALID}, no dilation, a multiplier of 1, no
 * activation, Glorot uniform kernels, zero bias, no regularizer.
 *
 * <p>Example:
 *
 * <pre>{@code
 * shape(SeparableConv2D.of(64, 3), 28, 28, 32); // -> (None, 26, 26, 64)
 * parameters(SeparableConv2D.of(64, 3), 28, 28, 32); // -> 2400
 * parameters(Conv2D.of(64, 3), 28, 28, 32); // -> 18496
 * }</pre>
 *
 * @param filters the number of output channels, positive
 * @param window the depthwise kernel's height and width, strides (the same both ways) and padding
 * @param dilation the distance of the pixels under the window, positive; above 1 only without
 *     strides
 * @param depthMultiplier the depthwise outputs for each channel, positive
 * @param activation applied to the output; default LINEAR, none
 * @param depthwise initializer and regularizer of the first kernel
 * @param pointwise bias or none, initializers and regularizers of the second kernel
 */
public record SeparableConv2D(
    int filters,
    Window window,
    Size dilation,
    int depthMultiplier,
    Activation activation,
    KernelAndBias depthwise,
    KernelAndBias pointwise)
    implements Layer {

  public SeparableConv2D {
    Check.positive("SeparableConv2D", "filters", filters);
    Check.positive("SeparableConv2D", "depthMultiplier", depthMultiplier);
    window.check("SeparableConv2D", "kernel", dilation);
    Check.squareStrides("SeparableConv2D", window.strides());
  }

  /** A layer of square windows of {@code kernelSize} with Keras's defaults. */
  public static SeparableConv2D of(int filters, int kernelSize) {
    return of(filters, kernelSize, kernelSize);
  }

  /** A layer with Keras's defaults. */
  public static SeparableConv2D of(int filters, int kernelHeight, int kernelWidth) {
    return new SeparableConv2D(
        filters,
        Window.of(kernelHeight, kernelWidth),
        Size.ONE,
        1,
        Activation.LINEAR,
        KernelAndBias.defaults().useBias(false),
        KernelAndBias.defaults());
  }

  public SeparableConv2D strides(int height, int width) {
    return new SeparableConv2D(
        filters,
        window.strides(height, width),
        dilation,
        depthMultiplier,
        activation,
        depthwise,
        pointwise);
  }

  public SeparableConv2D padding(Padding newPadding) {
    return new SeparableConv2D(
        filters,
        window.padding(newPadding),
        dilation,
        depthMultiplier,
        activation,
        depthwise,
        pointwise);
  }

  /** The distance of the pixels under the window, as Keras's {@code dilation_rate}. */
  public SeparableConv2D dilation(int height, int width) {
    return new SeparableConv2D(
        filters,
        window,
        new Size(height, width),
        depthMultiplier,
        activation,
        depthwise,
        pointwise);
  }

  public SeparableConv2D depthMultiplier(int newDepthMultiplier) {
    return new SeparableConv2D(
        filters, window, dilation, newDepthMultiplier, activation, depthwise, pointwise);
  }

  public SeparableConv2D activation(Activation newActivation) {
    return new SeparableConv2D(
        filters, window, dilation, depthMultiplier, newActivation, depthwise, pointwise);
  }

  public SeparableConv2D useBias(boolean newUseBias) {
    return new SeparableConv2D(
        filters,
        window,
        dilation,
        depthMultiplier,
        activation,
        depthwise,
        pointwise.useBias(newUseBias));
  }

  /** The first kernel before training. */
  public SeparableConv2D depthwiseInitializer(Initializer initializer) {
    return new SeparableConv2D(
        filters,
        window,
        dilation,
        depthMultiplier,
        activation,
        depthwise.kernelInitializer(initializer),
        pointwise);
  }

  /** The second kernel before training. */
  public SeparableConv2D pointwiseInitializer(Initializer initializer) {
    return new SeparableConv2D(
        filters,
        window,
        dilation,
        depthMultiplier,
        activation,
        depthwise,
        pointwise.kernelInitializer(initializer));
  }

  public SeparableConv2D biasInitializer(Initializer initializer) {
    return new SeparableConv2D(
        filters,
        window,
        dilation,
        depthMultiplier,
        activation,
        depthwise,
        pointwise.biasInitializer(initializer));
  }

  /** A penalty on the first kernel. */
  public SeparableConv2D depthwiseRegularizer(Regularizer regularizer) {
    return new SeparableConv2D(
        filters,
        window,
        dilation,
        depthMultiplier,
        activation,
        depthwise.kernelRegularizer(regularizer),
        pointwise);
  }

  /** A penalty on the second kernel. */
  public SeparableConv2D pointwiseRegularizer(Regularizer regularizer) {
    return new SeparableConv2D(
        filters,
        window,
        dilation,
        depthMultiplier,
        activation,
        depthwise,
        pointwise.kernelRegularizer(regularizer));
  }

  public SeparableConv2D biasRegularizer(Regularizer regularizer) {
    return new SeparableConv2D(
        filters,
        window,
        dilation,
        depthMultiplier,
        activation,
        depthwise,
        pointwise.biasRegularizer(regularizer));
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
    Ops tf = context.tf();
    Check.rank("SeparableConv2D", input.shape(), 4, "(batch, height, width, channels)");
    int channels = Check.known("SeparableConv2D", input.shape(), 3);
    Size size = window.size();
    Operand<TFloat32> first =
        depthwise.kernel(
            context,
            "depthwise_kernel",
            Shape.of(size.height(), size.width(), channels, depthMultiplier));
    Operand<TFloat32> second =
        pointwise.kernel(
            context,
            "pointwise_kernel",
            Shape.of(1, 1, Math.multiplyExact(channels, depthMultiplier), filters));
    Operand<TFloat32> each =
        DepthwiseConv2D.convolve(tf, "SeparableConv2D", window, dilation, input, first);
    Operand<TFloat32> mixed = tf.nn.conv2d(each, second, Size.ONE.asList(), Padding.VALID.name());
    return activation.apply(tf, pointwise.addBias(context, mixed, filters));
  }
}
