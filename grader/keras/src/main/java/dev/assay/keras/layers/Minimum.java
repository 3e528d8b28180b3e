package dev.assay.keras.layers;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The smallest of its inputs, value by value, as Keras's {@code Minimum}; they have the same shape.
 *
 * <p>Inputs {@code (batch, ...)} of one shape, which is the output's too; no weights. Other shapes
 * are an error: there is no broadcasting.
 *
 * <p>Example:
 *
 * <pre>{@code
 * merge(Minimum.layer(), "[[1, 20]]", "[[10, 2]]"); // -> [[1, 2]]
 * }</pre>
 */
public record Minimum() implements MergeLayer {
  public static Minimum layer() {
    return new Minimum();
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, List<Operand<TFloat32>> inputs) {
    Check.sameShapes("Minimum", inputs);
    Ops tf = context.tf();
    return inputs.stream().reduce(tf.math::minimum).orElseThrow();
  }
}
