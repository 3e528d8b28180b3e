package dev.assay.keras.layers;

import dev.assay.keras.constraints.Constraint;
import dev.assay.keras.initializers.Initializer;
import dev.assay.keras.regularizers.Regularizer;
import java.util.function.UnaryOperator;
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
 * activation, Glorot uniform kernels, zero bias, no regularizer, no constraint.
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
 * @param activity the activation, and a penalty on the output
 * @param depthwise initializer, regularizer and constraint of the first kernel
 * @param pointwise bias or none, initializers, regularizers and constraints of the second kernel
 */
public record SeparableConv2D(
    int filters,
    Window window,
    Size dilation,
    int depthMultiplier,
    Activity activity,
    WeightOptions depthwise,
    KernelAndBias pointwise)
    implements Layer, WithActivation<SeparableConv2D> {

  public SeparableConv2D {
    LayerArguments.positive("SeparableConv2D", "filters", filters);
    LayerArguments.positive("SeparableConv2D", "depthMultiplier", depthMultiplier);
    window.check("SeparableConv2D", "kernel", dilation);
    LayerArguments.squareStrides("SeparableConv2D", window.strides());
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
        Activity.NONE,
        KernelAndBias.defaults().kernel(),
        KernelAndBias.defaults());
  }

  public SeparableConv2D strides(int height, int width) {
    return over(window.strides(height, width), dilation);
  }

  public SeparableConv2D padding(Padding newPadding) {
    return over(window.padding(newPadding), dilation);
  }

  /** The distance of the pixels under the window, as Keras's {@code dilation_rate}. */
  public SeparableConv2D dilation(int height, int width) {
    return over(window, new Size(height, width));
  }

  private SeparableConv2D over(Window newWindow, Size newDilation) {
    return new SeparableConv2D(
        filters, newWindow, newDilation, depthMultiplier, activity, depthwise, pointwise);
  }

  public SeparableConv2D depthMultiplier(int newDepthMultiplier) {
    return new SeparableConv2D(
        filters, window, dilation, newDepthMultiplier, activity, depthwise, pointwise);
  }

  @Override
  public SeparableConv2D activity(Activity newActivity) {
    return new SeparableConv2D(
        filters, window, dilation, depthMultiplier, newActivity, depthwise, pointwise);
  }

  public SeparableConv2D useBias(boolean newUseBias) {
    return weights(depthwise, pointwise.useBias(newUseBias));
  }

  /** The first kernel before training. */
  public SeparableConv2D depthwiseInitializer(Initializer initializer) {
    return weights(depthwise.initializer(initializer), pointwise);
  }

  /** A penalty on the first kernel, added to the loss. */
  public SeparableConv2D depthwiseRegularizer(Regularizer regularizer) {
    return weights(depthwise.regularizer(regularizer), pointwise);
  }

  /** Sets the constraint on the first kernel, applied after each step. */
  public SeparableConv2D depthwiseConstraint(Constraint constraint) {
    return weights(depthwise.constraint(constraint), pointwise);
  }

  /** The second kernel before training. */
  public SeparableConv2D pointwiseInitializer(Initializer initializer) {
    return pointwise(options -> options.initializer(initializer));
  }

  /** A penalty on the second kernel, added to the loss. */
  public SeparableConv2D pointwiseRegularizer(Regularizer regularizer) {
    return pointwise(options -> options.regularizer(regularizer));
  }

  /** Sets the constraint on the second kernel, applied after each step. */
  public SeparableConv2D pointwiseConstraint(Constraint constraint) {
    return pointwise(options -> options.constraint(constraint));
  }

  /** The bias before training. */
  public SeparableConv2D biasInitializer(Initializer initializer) {
    return bias(options -> options.initializer(initializer));
  }

  /** A penalty on the bias, added to the loss. */
  public SeparableConv2D biasRegularizer(Regularizer regularizer) {
    return bias(options -> options.regularizer(regularizer));
  }

  /** Sets the constraint on the bias, applied after each step. */
  public SeparableConv2D biasConstraint(Constraint constraint) {
    return bias(options -> options.constraint(constraint));
  }

  private SeparableConv2D pointwise(UnaryOperator<WeightOptions> change) {
    return weights(depthwise, pointwise.kernel(change));
  }

  private SeparableConv2D bias(UnaryOperator<WeightOptions> change) {
    return weights(depthwise, pointwise.bias(change));
  }

  private SeparableConv2D weights(WeightOptions newDepthwise, KernelAndBias newPointwise) {
    return new SeparableConv2D(
        filters, window, dilation, depthMultiplier, activity, newDepthwise, newPointwise);
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
    Ops tf = context.tf();
    LayerArguments.rank("SeparableConv2D", input.shape(), 4, "(batch, height, width, channels)");
    int channels = LayerArguments.known("SeparableConv2D", input.shape(), 3);
    Size size = window.size();
    Operand<TFloat32> first =
        context.addWeight(
            "depthwise_kernel",
            Shape.of(size.height(), size.width(), channels, depthMultiplier),
            depthwise);
    Operand<TFloat32> second =
        context.addWeight(
            "pointwise_kernel",
            Shape.of(1, 1, Math.multiplyExact(channels, depthMultiplier), filters),
            pointwise.kernel());
    Operand<TFloat32> each =
        DepthwiseConv2D.convolve(tf, "SeparableConv2D", window, dilation, input, first);
    Operand<TFloat32> mixed = tf.nn.conv2d(each, second, Size.ONE.asList(), Padding.VALID.name());
    return activity.apply(context, pointwise.addBias(context, mixed, filters));
  }
}
