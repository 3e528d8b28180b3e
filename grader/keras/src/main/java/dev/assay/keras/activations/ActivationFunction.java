package dev.assay.keras.activations;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A function that a layer applies to its output: one of {@link Activation}, one of {@link
 * Activations} with other arguments, or raw TensorFlow Java such as {@code (tf, x) ->
 * tf.math.sin(x)}.
 *
 * <p>Example:
 *
 * <pre>{@code
 * ActivationFunction square = (tf, x) -> tf.math.square(x);
 * call(ActivationLayer.of(square), "[[-3, 2]]"); // -> [[9, 4]]
 * }</pre>
 */
@FunctionalInterface
public interface ActivationFunction {
  /**
   * Adds the function to the graph.
   *
   * @param input the batch first
   * @return the batch first
   */
  Operand<TFloat32> apply(Ops tf, Operand<TFloat32> input);
}
