package dev.assay.keras.layers;

import dev.assay.keras.initializers.Initializer;
import dev.assay.keras.regularizers.Regularizer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The services for a layer that adds itself to a graph.
 *
 * <p>Example:
 *
 * <pre>{@code
 * record Scale(float start) implements Layer {
 *   public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> x) {
 *     Shape perFeature = Shape.of(x.shape().get(1));
 *     Operand<TFloat32> factor =
 *         context.addWeight("factor", perFeature, new Constant(start), true, null);
 *     return context.tf().math.mul(x, factor);
 *   }
 * }
 * call(new Scale(3), "[[1, 2]]"); // -> [[3, 6]]
 * weights(new Scale(3), 2); // -> scale/factor [2]
 * }</pre>
 */
public interface LayerContext {
  /** The operations, in the name scope of the layer that is being called. */
  Ops tf();

  /**
   * Returns whether the graph being built is the one for training: dropout, noise and batch
   * statistics are on.
   */
  boolean training();

  /**
   * A weight of the layer that is being called, the same one in the training and the serving graph.
   *
   * @param name unique within the layer, such as "kernel"
   * @param shape fully known
   * @param options how it begins, whether it is trained, what holds it
   * @return the weight's current value
   * @throws IllegalArgumentException for a shape with an unknown or non-positive dimension, a
   *     second weight of that name, or a constraint along an axis that the weight has not
   */
  Operand<TFloat32> addWeight(String name, Shape shape, WeightOptions options);

  /**
   * A weight without a constraint.
   *
   * @param initializer the value before training
   * @param trainable whether the optimizer updates it
   * @param regularizer the penalty added to the loss, or null for none
   */
  default Operand<TFloat32> addWeight(
      String name,
      Shape shape,
      Initializer initializer,
      boolean trainable,
      @Nullable Regularizer regularizer) {
    return addWeight(name, shape, new WeightOptions(initializer, trainable, regularizer, null));
  }

  /**
   * Adds a number to the loss, in training and in evaluation, as Keras's {@code add_loss}.
   *
   * <p>Divide a sum over the batch by its size, so that the loss does not depend on it.
   *
   * @param loss a scalar, computed from the layer's inputs or weights
   * @throws IllegalArgumentException for anything but a scalar
   */
  void addLoss(Operand<TFloat32> loss);

  /**
   * Two weights that the trainer sets, before the first step, to the mean and variance of {@code
   * input} over the training set (never the validation or hidden set), as Keras's {@code adapt()}
   * does.
   *
   * @param input what is to be measured; its last dimension must be known
   * @return mean and variance, each of the shape of the last axis
   */
  Moments adaptedMoments(Operand<TFloat32> input);

  /**
   * A weight that the trainer sets, before the first step, to the limits between bins that each
   * hold as many of the training set's values of {@code input}, as Keras's {@code Discretization}
   * does when it adapts.
   *
   * @param input what is to be measured, all its values together
   * @param bins how many, at least 2
   * @return the limits in increasing order, of shape {@code (bins - 1)}
   */
  Operand<TFloat32> adaptedQuantiles(Operand<TFloat32> input, int bins);

  /**
   * Updates a weight of this layer that is not trained after each training step; does nothing when
   * serving. Batch statistics use it. A layer that is called again in the same step finds the new
   * value where it adds the weight, and goes on from there.
   *
   * @param weight the name that {@link #addWeight} was given
   * @param value of the weight's shape, computed from the batch
   */
  void updateWeight(String weight, Operand<TFloat32> value);

  /**
   * A seed for a random operation: differs for each call, the same for the same model and run seed;
   * never 0.
   */
  long nextSeed();

  /**
   * Calls another layer, as a part of this one: its weights and its row in {@code summary()} are
   * its own.
   */
  Operand<TFloat32> call(Layer layer, Operand<TFloat32> input);

  /** Calls a layer that merges several inputs. */
  Operand<TFloat32> call(MergeLayer layer, List<Operand<TFloat32>> inputs);

  /**
   * Mean and (population) variance per feature.
   *
   * @param mean of the shape of the last axis
   * @param variance of the same shape
   */
  record Moments(Operand<TFloat32> mean, Operand<TFloat32> variance) {}
}
