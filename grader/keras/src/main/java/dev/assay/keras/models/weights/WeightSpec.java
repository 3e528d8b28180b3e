package dev.assay.keras.models.weights;

import dev.assay.keras.constraints.Constraint;
import dev.assay.keras.initializers.Initializer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A weight of a model.
 *
 * @param name layer and weight, such as "dense_1/kernel"; also the shared name of its resource
 *     variable
 * @param shape every dimension positive
 * @param trainable whether the optimizer updates it
 * @param initializer its value before training
 * @param constraint what it is brought back to after each step; may be null: nothing
 */
public record WeightSpec(
    String name,
    List<Integer> shape,
    boolean trainable,
    Initializer initializer,
    @Nullable Constraint constraint) {
  /**
   * The prefix that turns a weight's name into that of the operation that holds it in the graph.
   */
  public static final String HANDLES = "weights/";

  public WeightSpec {
    shape = List.copyOf(shape);
  }

  /** A weight without a constraint. */
  public WeightSpec(String name, List<Integer> shape, boolean trainable, Initializer initializer) {
    this(name, shape, trainable, initializer, null);
  }

  /** Returns the number of its values. */
  public long size() {
    return shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
  }
}
