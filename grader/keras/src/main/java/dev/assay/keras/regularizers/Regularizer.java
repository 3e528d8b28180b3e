package dev.assay.keras.regularizers;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A penalty on a weight that is added to the loss, in training and in evaluation, as those of
 * {@code keras.regularizers}.
 *
 * <p>Example:
 *
 * <pre>{@code
 * Regularizer largest = (tf, weight) -> tf.reduceMax(tf.math.abs(weight), tf.constant(0));
 * penalty(largest, "[1, -2]"); // -> 2
 * Dense layer = Dense.of(10).biasRegularizer(largest);
 * }</pre>
 */
@FunctionalInterface
public interface Regularizer {
  /**
   * Adds the penalty to the graph.
   *
   * @return a scalar
   */
  Operand<TFloat32> penalty(Ops tf, Operand<TFloat32> weight);
}
