package dev.assay.keras.layers;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Squeeze;
import org.tensorflow.types.TFloat32;

/**
 * One-dimensional convolution (cross-correlation) over sequences, as Keras's {@code Conv1D},
 * channels last.
 *
 * <p>Input {@code (batch, steps, channels)}, output {@code (batch, steps', filters)}. Weights:
 * {@code kernel (kernelSize, channels, filters)}, {@code bias (filters)}. Defaults: stride 1,
 * {@link Padding#VALID}, no dilation, no activation, Glorot uniform kernel, zero bias, no
 * regularizer, no constraint.
 *
 * <p>Example:
 *
 * <pre>{@code
 * shape(Conv1D.of(16, 3), 20, 4); // -> (None, 18, 16)
 * weights(Conv1D.of(16, 3), 20, 4); // -> conv1d/kernel [3, 4, 16], conv1d/bias [16]
 * Conv1D sum = Conv1D.of(1, 2).kernelInitializer(Initializer.ONES);
 * call(sum, "[[[1], [2], [3]]]"); // -> [[[3], [5]]]
 * call(sum.causal(true), "[[[1], [2], [3]]]"); // -> [[[1], [3], [5]]]
 * }</pre>
 *
 * @param filters the number of output channels, positive
 * @param window the kernel's size, strides and padding; its height is 1, the steps are its width
 * @param dilation the distance of the steps under the window, positive; above 1 only without
 *     strides
 * @param causal whether zeros stand before the sequence, so that no output sees a later step; then
 *     the padding is of no account
 * @param activity the activation, and a penalty on the output
 * @param weights bias or none, initializers, regularizers and constraints
 */
public record Conv1D(
    int filters,
    Window window,
    Size dilation,
    boolean causal,
    Activity activity,
    KernelAndBias weights)
    implements Layer, WithActivation<Conv1D>, WithKernel<Conv1D> {

  public Conv1D {
    LayerArguments.positive("Conv1D", "filters", filters);
    window.check("Conv1D", "kernel", dilation);
    LayerArguments.flat("Conv1D", window.size());
  }

  /** A layer of {@code filters} windows of {@code kernelSize} steps with Keras's defaults. */
  public static Conv1D of(int filters, int kernelSize) {
    return new Conv1D(
        filters,
        Window.of(1, kernelSize),
        Size.ONE,
        false,
        Activity.NONE,
        KernelAndBias.defaults());
  }

  public Conv1D strides(int steps) {
    return new Conv1D(filters, window.strides(1, steps), dilation, causal, activity, weights);
  }

  public Conv1D padding(Padding newPadding) {
    return new Conv1D(filters, window.padding(newPadding), dilation, causal, activity, weights);
  }

  /** The distance of the steps under the window, as Keras's {@code dilation_rate}. */
  public Conv1D dilation(int steps) {
    return new Conv1D(filters, window, new Size(1, steps), causal, activity, weights);
  }

  @Override
  public Conv1D activity(Activity newActivity) {
    return new Conv1D(filters, window, dilation, causal, newActivity, weights);
  }

  @Override
  public Conv1D weights(KernelAndBias newWeights) {
    return new Conv1D(filters, window, dilation, causal, activity, newWeights);
  }

  /**
   * Sets whether the sequence is padded with zeros at its start only, as with Keras's {@code
   * padding="causal"}.
   */
  public Conv1D causal(boolean newCausal) {
    return new Conv1D(filters, window, dilation, newCausal, activity, weights);
  }

  /** A sequence is an image of one row. */
  @Override
  public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
    Ops tf = context.tf();
    LayerArguments.rank("Conv1D", input.shape(), 3, "(batch, steps, channels)");
    int channels = LayerArguments.known("Conv1D", input.shape(), 2);
    int size = window.size().width();
    Padding padding = causal ? Padding.SAME : window.padding();
    padding.checkFits("Conv1D", (size - 1) * dilation.width() + 1, input.shape());
    Operand<TFloat32> kernel =
        tf.expandDims(
            context.addWeight("kernel", Shape.of(size, channels, filters), weights.kernel()),
            tf.constant(0));
    Operand<TFloat32> rows = tf.expandDims(causal ? shifted(tf, input) : input, tf.constant(1));
    Operand<TFloat32> output =
        Dilation.convolve(
            tf,
            "Conv1D",
            causal ? window.padding(Padding.VALID) : window,
            dilation,
            rows,
            (image, border) -> StridedConvolution.conv2d(tf, image, kernel, window, border));
    Operand<TFloat32> sequence = tf.squeeze(output, Squeeze.axis(List.of(1L)));
    return activity.apply(context, weights.addBias(context, sequence, filters));
  }

  private Operand<TFloat32> shifted(Ops tf, Operand<TFloat32> input) {
    int before = (window.size().width() - 1) * dilation.width();
    return tf.pad(input, tf.constant(new int[][] {{0, 0}, {before, 0}, {0, 0}}), tf.constant(0f));
  }
}
