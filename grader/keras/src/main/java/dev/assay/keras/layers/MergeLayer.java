package dev.assay.keras.layers;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * A step of a functional model that takes several inputs, such as Keras's {@code Add}.
 *
 * <p>Example:
 *
 * <pre>{@code
 * MergeLayer difference =
 *     (context, inputs) -> context.tf().math.squaredDifference(inputs.get(0), inputs.get(1));
 * merge(difference, "[[1, 5]]", "[[3, 4]]"); // -> [[4, 1]]
 * }</pre>
 */
@FunctionalInterface
public non-sealed interface MergeLayer extends AnyLayer {
  /**
   * Adds this layer's operations to the graph.
   *
   * @param context as for {@link Layer#call}
   * @param inputs at least two, the batch first in each
   */
  Operand<TFloat32> call(LayerContext context, List<Operand<TFloat32>> inputs);

  /**
   * Returns the layer with a name, as {@link Layer#name}.
   *
   * @param newName 1 to 60 characters of any script, without a slash; unique within the model
   */
  default MergeLayer name(String newName) {
    return NamedMergeLayer.of(this, newName);
  }

  /**
   * Applies the layer to nodes of a functional model.
   *
   * @throws IllegalArgumentException for fewer than two
   */
  default Node apply(Node... inputs) {
    return new MergeNode(this, List.of(inputs));
  }
}
