package dev.assay.keras.layers;

import dev.assay.keras.constraints.Constraint;
import dev.assay.keras.initializers.Initializer;
import dev.assay.keras.regularizers.Regularizer;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A convolution of each channel with windows of its own, as Keras's {@code DepthwiseConv2D},
 * channels last.
 *
 * <p>Input {@code (batch, height, width, channels)}, output {@code (batch, height', width',
 * channels · depthMultiplier)}, the outputs of one channel side by side. Weights: {@code kernel
 * (kernelHeight, kernelWidth, channels, depthMultiplier)}, {@code bias (channels ·
 * depthMultiplier)}. Defaults: stride 1, {@link Padding#VALID}, no dilation, a multiplier of 1, no
 * activation, Glorot uniform kernel, zero bias, no regularizer.
 *
 * <p>Example:
 *
 * <pre>{@code
 * shape(DepthwiseConv2D.of(3).depthMultiplier(2), 28, 28, 8); // -> (None, 26, 26, 16)
 * parameters(DepthwiseConv2D.of(3).depthMultiplier(2), 28, 28, 8); // -> 160
 * DepthwiseConv2D sum = DepthwiseConv2D.of(2).kernelInitializer(Initializer.ONES);
 * call(sum, "[[[[1, 10], [2, 20]], [[3, 30], [4, 40]]]]"); // -> [[[[10, 100]]]]
 * }</pre>
 *
 * @param window the kernel's height and width, strides (the same both ways) and padding
 * @param dilation the distance of the pixels under the window, positive; above 1 only without
 *     strides
 * @param depthMultiplier the outputs for each channel, positive
 * @param activity the activation, and a penalty on the output
 * @param weights bias or none, initializers, regularizers and constraints
 */
public record DepthwiseConv2D(
    Window window, Size dilation, int depthMultiplier, Activity activity, KernelAndBias weights)
    implements Layer, WithActivation<DepthwiseConv2D>, WithKernel<DepthwiseConv2D> {

  public DepthwiseConv2D {
    LayerArguments.positive("DepthwiseConv2D", "depthMultiplier", depthMultiplier);
    window.check("DepthwiseConv2D", "kernel", dilation);
    LayerArguments.squareStrides("DepthwiseConv2D", window.strides());
  }

  /** Square windows of {@code kernelSize} with Keras's defaults. */
  public static DepthwiseConv2D of(int kernelSize) {
    return of(kernelSize, kernelSize);
  }

  /** Windows with Keras's defaults. */
  public static DepthwiseConv2D of(int kernelHeight, int kernelWidth) {
    return new DepthwiseConv2D(
        Window.of(kernelHeight, kernelWidth), Size.ONE, 1, Activity.NONE, KernelAndBias.defaults());
  }

  public DepthwiseConv2D strides(int height, int width) {
    return new DepthwiseConv2D(
        window.strides(height, width), dilation, depthMultiplier, activity, weights);
  }

  public DepthwiseConv2D padding(Padding newPadding) {
    return new DepthwiseConv2D(
        window.padding(newPadding), dilation, depthMultiplier, activity, weights);
  }

  /** The distance of the pixels under the window, as Keras's {@code dilation_rate}. */
  public DepthwiseConv2D dilation(int height, int width) {
    return new DepthwiseConv2D(window, new Size(height, width), depthMultiplier, activity, weights);
  }

  public DepthwiseConv2D depthMultiplier(int newDepthMultiplier) {
    return new DepthwiseConv2D(window, dilation, newDepthMultiplier, activity, weights);
  }

  /** The kernel's initializer, by Keras's name. */
  public DepthwiseConv2D depthwiseInitializer(Initializer initializer) {
    return kernelInitializer(initializer);
  }

  /** The kernel's regularizer, by Keras's name. */
  public DepthwiseConv2D depthwiseRegularizer(Regularizer regularizer) {
    return kernelRegularizer(regularizer);
  }

  /** The kernel's constraint, by Keras's name. */
  public DepthwiseConv2D depthwiseConstraint(Constraint constraint) {
    return kernelConstraint(constraint);
  }

  @Override
  public DepthwiseConv2D activity(Activity newActivity) {
    return new DepthwiseConv2D(window, dilation, depthMultiplier, newActivity, weights);
  }

  @Override
  public DepthwiseConv2D weights(KernelAndBias newWeights) {
    return new DepthwiseConv2D(window, dilation, depthMultiplier, activity, newWeights);
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
    LayerArguments.rank("DepthwiseConv2D", input.shape(), 4, "(batch, height, width, channels)");
    int channels = LayerArguments.known("DepthwiseConv2D", input.shape(), 3);
    Size size = window.size();
    Operand<TFloat32> kernel =
        context.addWeight(
            "kernel",
            Shape.of(size.height(), size.width(), channels, depthMultiplier),
            weights.kernel());
    Operand<TFloat32> output =
        convolve(context.tf(), "DepthwiseConv2D", window, dilation, input, kernel);
    return activity.apply(
        context, weights.addBias(context, output, Math.multiplyExact(channels, depthMultiplier)));
  }

  static Operand<TFloat32> convolve(
      Ops tf,
      String layer,
      Window window,
      Size dilation,
      Operand<TFloat32> input,
      Operand<TFloat32> kernel) {
    return Dilation.convolve(
        tf,
        layer,
        window,
        dilation,
        input,
        (image, padding) ->
            tf.nn.depthwiseConv2dNative(image, kernel, window.strides().asList(), padding));
  }
}
