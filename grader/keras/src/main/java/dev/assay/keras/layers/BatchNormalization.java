package dev.assay.keras.layers;

import dev.assay.keras.initializers.Initializer;
import dev.assay.keras.regularizers.Regularizer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.nn.FusedBatchNorm;
import org.tensorflow.types.TFloat32;

/**
 * Brings each feature, a place along the last axis or another one, to mean 0 and variance 1, then
 * scales and shifts it, as Keras's {@code BatchNormalization}; Ioffe and Szegedy, 2015.
 *
 * <p>In training the mean and the (population) variance are those of the batch; when serving they
 * are moving averages over the training steps: {@code moving · momentum + batch · (1 - momentum)}.
 * Input {@code (batch, ..., n, ...)}, the output's shape is the same. Weights of shape {@code (n)}:
 * {@code gamma} (ones) and {@code beta} (zeros); not trained: {@code moving_mean} (zeros) and
 * {@code moving_variance} (ones).
 *
 * <p>Example:
 *
 * <pre>{@code
 * callInTraining(BatchNormalization.layer(), "[[1, 10], [3, 30]]");
 * // -> [[-0.9995, -0.99999], [0.9995, 0.99999]]
 * call(BatchNormalization.layer().epsilon(0), "[[1, 10], [3, 30]]"); // -> [[1, 10], [3, 30]]
 * weights(BatchNormalization.layer(), 28, 28, 32);
 * // -> batch_normalization/gamma [32], batch_normalization/beta [32],
 * // -> batch_normalization/moving_mean [32], batch_normalization/moving_variance [32]
 * parameters(BatchNormalization.layer().axis(1), 3, 28, 28); // -> 12
 * }</pre>
 *
 * @param axis of the features, not the batch's, 0; negative counts from the last; default -1
 * @param momentum of the moving averages, in [0, 1]; default 0.99
 * @param epsilon added to the variance, at least 0; default 1e-3
 * @param weights gamma and beta, both there by default
 * @param activityRegularizer a penalty on the output, or null, the default
 */
public record BatchNormalization(
    int axis,
    float momentum,
    float epsilon,
    ScaleAndShift weights,
    @Nullable Regularizer activityRegularizer)
    implements Layer, WithScaleAndShift<BatchNormalization> {
  public BatchNormalization {
    LayerArguments.notBatch("BatchNormalization", axis);
    LayerArguments.between("BatchNormalization", "momentum", momentum, 0, 1);
    LayerArguments.notNegative("BatchNormalization", "epsilon", epsilon);
  }

  /** Creates the layer with Keras's defaults. */
  public static BatchNormalization layer() {
    return new BatchNormalization(-1, 0.99f, 1e-3f, ScaleAndShift.defaults(), null);
  }

  /**
   * Sets the axis of the features, as Keras's {@code axis}: 1 for images whose channels come first.
   */
  public BatchNormalization axis(int newAxis) {
    return new BatchNormalization(newAxis, momentum, epsilon, weights, activityRegularizer);
  }

  public BatchNormalization momentum(double newMomentum) {
    return new BatchNormalization(axis, (float) newMomentum, epsilon, weights, activityRegularizer);
  }

  public BatchNormalization epsilon(double newEpsilon) {
    return new BatchNormalization(axis, momentum, (float) newEpsilon, weights, activityRegularizer);
  }

  @Override
  public BatchNormalization weights(ScaleAndShift newWeights) {
    return new BatchNormalization(axis, momentum, epsilon, newWeights, activityRegularizer);
  }

  /** A penalty on the output, divided by the batch's size. */
  public BatchNormalization activityRegularizer(Regularizer regularizer) {
    return new BatchNormalization(axis, momentum, epsilon, weights, regularizer);
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
    Operand<TFloat32> output = normalize(context, input);
    Activity.penalize(context, activityRegularizer, output);
    return output;
  }

  private Operand<TFloat32> normalize(LayerContext context, Operand<TFloat32> input) {
    WeightedAxes features = WeightedAxes.of("BatchNormalization", input.shape(), List.of(axis));
    Operand<TFloat32> output =
        normalizeLast(context, features.last(context.tf(), input), features.shape());
    return features.back(context.tf(), output);
  }

  private Operand<TFloat32> normalizeLast(
      LayerContext context, Operand<TFloat32> input, Shape shape) {
    int last = input.shape().numDimensions() - 1;
    Affine affine = weights.add(context, shape);
    Operand<TFloat32> movingMean =
        context.addWeight("moving_mean", shape, WeightOptions.notTrained(Initializer.ZEROS));
    Operand<TFloat32> movingVariance =
        context.addWeight("moving_variance", shape, WeightOptions.notTrained(Initializer.ONES));
    Ops tf = context.tf();
    if (!context.training()) {
      return affine.normalize(tf, input, movingMean, movingVariance, epsilon);
    }
    Batch batch = last == 3 ? fused(tf, input, affine) : composed(tf, input, affine, last);
    context.updateWeight("moving_mean", moved(tf, movingMean, batch.mean()));
    context.updateWeight("moving_variance", moved(tf, movingVariance, batch.variance()));
    return batch.output();
  }

  /** A normalised batch, with its mean and population variance. */
  private record Batch(
      Operand<TFloat32> output, Operand<TFloat32> mean, Operand<TFloat32> variance) {}

  private Batch composed(Ops tf, Operand<TFloat32> input, Affine affine, int last) {
    int[] axes = IntStream.range(0, last).toArray();
    LayerContext.Moments batch = Affine.moments(tf, input, axes, false);
    return new Batch(
        affine.normalize(tf, input, batch.mean(), batch.variance(), epsilon),
        batch.mean(),
        batch.variance());
  }

  /** TensorFlow's operation for images gives the sample variance, of which this is undone. */
  private Batch fused(Ops tf, Operand<TFloat32> input, Affine affine) {
    Operand<TFloat32> none = tf.constant(new float[0]);
    int channels = LayerArguments.known("BatchNormalization", input.shape(), 3);
    FusedBatchNorm<TFloat32, TFloat32> norm =
        tf.nn.fusedBatchNorm(
            input,
            affine.gamma() == null ? filled(tf, channels, 1) : affine.gamma(),
            affine.beta() == null ? filled(tf, channels, 0) : affine.beta(),
            none,
            none,
            FusedBatchNorm.epsilon(epsilon),
            FusedBatchNorm.isTraining(true));
    Operand<TFloat32> values =
        tf.dtypes.cast(
            tf.reduceProd(
                tf.slice(tf.shape(input), tf.constant(new int[] {0}), tf.constant(new int[] {3})),
                tf.constant(0)),
            TFloat32.class);
    Operand<TFloat32> share = tf.math.div(tf.math.sub(values, tf.constant(1f)), values);
    return new Batch(norm.y(), norm.batchMean(), tf.math.mul(norm.batchVariance(), share));
  }

  private static Operand<TFloat32> filled(Ops tf, int size, float value) {
    float[] values = new float[size];
    Arrays.fill(values, value);
    return tf.constant(values);
  }

  private Operand<TFloat32> moved(Ops tf, Operand<TFloat32> moving, Operand<TFloat32> batch) {
    return tf.math.add(
        tf.math.mul(moving, tf.constant(momentum)), tf.math.mul(batch, tf.constant(1 - momentum)));
  }
}
