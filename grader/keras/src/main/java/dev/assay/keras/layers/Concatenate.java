package dev.assay.keras.layers;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * Concatenates its inputs along an axis, as Keras's {@code Concatenate}; the other axes must agree.
 *
 * <p>Example:
 *
 * <pre>{@code
 * merge(Concatenate.layer(), "[[1, 2]]", "[[3, 4]]"); // -> [[1, 2, 3, 4]]
 * Input x = Input.layer();
 * Node both = Concatenate.layer().apply(x, Dense.of(30).activation(RELU).apply(x));
 * }</pre>
 *
 * @param axis not the batch's, 0; negative counts from the last; default -1
 */
public record Concatenate(int axis) implements MergeLayer {
  public Concatenate {
    LayerArguments.notBatch("Concatenate", axis);
  }

  /** Along the last axis, Keras's default. */
  public static Concatenate layer() {
    return new Concatenate(-1);
  }

  /** Along an axis; the same as {@code along}. */
  public static Concatenate of(int axis) {
    return new Concatenate(axis);
  }

  public static Concatenate along(int axis) {
    return new Concatenate(axis);
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, List<Operand<TFloat32>> inputs) {
    int along = LayerArguments.axis("Concatenate", axis, inputs.get(0).shape());
    LayerArguments.sameBut("Concatenate", along, inputs);
    return context.tf().concat(inputs, context.tf().constant(along));
  }
}
