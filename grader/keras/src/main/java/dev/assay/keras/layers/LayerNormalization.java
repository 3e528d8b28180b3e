package dev.assay.keras.layers;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Brings the last axis of each example, or others together, to mean 0 and variance 1, then scales
 * and shifts each feature, as Keras's {@code LayerNormalization}; Ba et al., 2016.
 *
 * <p>Input {@code (batch, ..., n)}, the output's shape is the same. Weights of shape {@code (n)},
 * or of the sizes of the axes: {@code gamma} (ones) and {@code beta} (zeros).
 *
 * <p>Example:
 *
 * <pre>{@code
 * call(LayerNormalization.layer().epsilon(0), "[[1, 2, 3], [10, 20, 30]]");
 * // -> [[-1.2247, 0, 1.2247], [-1.2247, 0, 1.2247]]
 * parameters(LayerNormalization.layer(), 64); // -> 128
 * parameters(LayerNormalization.layer().axis(1, 2), 7, 7, 64); // -> 98
 * }</pre>
 *
 * @param axis over which mean and variance are taken, not the batch's, 0; each once; negative ones
 *     count from the last; default -1
 * @param epsilon added to the (population) variance, at least 0; default 1e-3
 * @param weights gamma and beta, both there by default
 */
public record LayerNormalization(List<Integer> axis, float epsilon, ScaleAndShift weights)
    implements Layer, WithScaleAndShift<LayerNormalization> {
  public LayerNormalization {
    axis = List.copyOf(axis);
    if (axis.isEmpty()) {
      throw new IllegalArgumentException(
          "LayerNormalization: axis must name at least one axis. Received: []");
    }
    axis.forEach(each -> LayerArguments.notBatch("LayerNormalization", each));
    LayerArguments.notNegative("LayerNormalization", "epsilon", epsilon);
  }

  /** Creates the layer with Keras's defaults. */
  public static LayerNormalization layer() {
    return new LayerNormalization(List.of(-1), 1e-3f, ScaleAndShift.defaults());
  }

  /** Over these axes together, as Keras's {@code axis}. */
  public LayerNormalization axis(int... newAxis) {
    return new LayerNormalization(Arrays.stream(newAxis).boxed().toList(), epsilon, weights);
  }

  public LayerNormalization epsilon(double newEpsilon) {
    return new LayerNormalization(axis, (float) newEpsilon, weights);
  }

  @Override
  public LayerNormalization weights(ScaleAndShift newWeights) {
    return new LayerNormalization(axis, epsilon, newWeights);
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
    Ops tf = context.tf();
    WeightedAxes features = WeightedAxes.of("LayerNormalization", input.shape(), axis);
    Affine affine = weights.add(context, features.shape());
    Operand<TFloat32> values = features.last(tf, input);
    int rank = input.shape().numDimensions();
    int[] over = IntStream.range(rank - features.axes().size(), rank).toArray();
    LayerContext.Moments moments = Affine.moments(tf, values, over, true);
    return features.back(
        tf, affine.normalize(tf, values, moments.mean(), moments.variance(), epsilon));
  }
}
