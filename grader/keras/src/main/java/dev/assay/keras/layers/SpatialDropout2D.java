package dev.assay.keras.layers;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Drops whole channels of an image with probability {@code rate} and multiplies the others by
 * {@code 1 / (1 - rate)}, in training only, as Keras's {@code SpatialDropout2D}; no weights;
 * Tompson et al., 2015.
 *
 * <p>Input and output {@code (batch, height, width, channels)}. For each image other channels are
 * drawn.
 *
 * <p>Example:
 *
 * <pre>{@code
 * callInTraining(SpatialDropout2D.of(0.5), "[[[[1, 1, 1, 1], [1, 1, 1, 1]]]]");
 * // -> [[[[2, 0, 0, 0], [2, 0, 0, 0]]]]
 * call(SpatialDropout2D.of(0.5), "[[[[1, 1]]]]"); // -> [[[[1, 1]]]]
 * }</pre>
 *
 * @param rate the share of the channels that is dropped, in [0, 1)
 */
public record SpatialDropout2D(float rate) implements Layer {
  public SpatialDropout2D {
    LayerArguments.rate("SpatialDropout2D", "rate", rate);
  }

  public static SpatialDropout2D of(double rate) {
    return new SpatialDropout2D((float) rate);
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
    LayerArguments.rank("SpatialDropout2D", input.shape(), 4, "(batch, height, width, channels)");
    int channels = LayerArguments.known("SpatialDropout2D", input.shape(), 3);
    if (!context.training() || rate == 0) {
      return input;
    }
    Ops tf = context.tf();
    Operand<TInt32> shape =
        tf.concat(
            List.of(Draws.batch(tf, input), tf.constant(new int[] {1, 1, channels})),
            tf.constant(0));
    return Draws.drop(context, input, shape, rate);
  }
}
