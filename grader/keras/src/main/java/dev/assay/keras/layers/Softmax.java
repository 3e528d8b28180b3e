package dev.assay.keras.layers;

import dev.assay.keras.activations.Activations;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * {@code exp(x_i) / sum_j exp(x_j)} over an axis, as Keras's layer {@code Softmax}; no weights, the
 * shape stays.
 *
 * <p>Example:
 *
 * <pre>{@code
 * call(Softmax.layer(), "[[0, 0]]"); // -> [[0.5, 0.5]]
 * }</pre>
 *
 * @param axis not the batch's, 0; negative counts from the last; default -1
 */
public record Softmax(int axis) implements Layer {
  public Softmax {
    LayerArguments.notBatch("Softmax", axis);
  }

  /** Over the last axis, Keras's default. */
  public static Softmax layer() {
    return new Softmax(-1);
  }

  /** Over an axis; the same as {@code over}. */
  public static Softmax of(int axis) {
    return new Softmax(axis);
  }

  public static Softmax over(int axis) {
    return new Softmax(axis);
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
    return Activations.softmax(axis).apply(context.tf(), input);
  }
}
