package dev.assay.keras.models;

import dev.assay.keras.layers.LayerContext;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * A compiled model: layers, loss, optimizer and metrics, as Keras's {@code Model}.
 *
 * <p>Example:
 *
 * <pre>{@code
 * Model model =
 *     Sequential.of(Dense.of(8).activation(RELU), Dense.of(1))
 *         .compile(Adam.defaults(), Loss.MEAN_SQUARED_ERROR, Metric.MEAN_ABSOLUTE_ERROR);
 * model.compilation().keys(); // -> mae
 * parameters(model, 9); // -> 89
 * }</pre>
 */
public interface Model {
  /** What {@code compile} was given. */
  Compilation compilation();

  /**
   * Adds the model to a graph.
   *
   * @param input the features as float32, the batch first
   * @return the outputs, the batch first
   */
  Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input);
}
