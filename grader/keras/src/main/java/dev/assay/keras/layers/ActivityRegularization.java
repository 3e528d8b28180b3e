package dev.assay.keras.layers;

import dev.assay.keras.regularizers.L1L2;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * Passes its input on and adds {@code l1 sum(|x|) + l2 sum(x²)} of it, divided by the batch's size,
 * to the loss, as Keras's {@code ActivityRegularization}; no weights.
 *
 * <p>Example:
 *
 * <pre>{@code
 * call(ActivityRegularization.of(0, 0.01), "[[1, -2]]"); // -> [[1, -2]]
 * }</pre>
 *
 * @param regularizer l1 and l2, each at least 0; Keras's default 0
 */
public record ActivityRegularization(L1L2 regularizer) implements Layer {
  public static ActivityRegularization of(double l1, double l2) {
    return new ActivityRegularization(L1L2.of(l1, l2));
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
    Activity.penalize(context, regularizer, input);
    return input;
  }
}
