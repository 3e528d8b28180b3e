package dev.assay.keras.layers;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The largest of its inputs, value by value, as Keras's {@code Maximum}; they have the same shape.
 *
 * <p>Inputs {@code (batch, ...)} of one shape, which is the output's too; no weights. Other shapes
 * are an error: there is no broadcasting.
 *
 * <p>Example:
 *
 * <pre>{@code
 * merge(Maximum.layer(), "[[1, 20]]", "[[10, 2]]"); // -> [[10, 20]]
 * }</pre>
 */
public record Maximum() implements MergeLayer {
  public static Maximum layer() {
    return new Maximum();
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, List<Operand<TFloat32>> inputs) {
    Check.sameShapes("Maximum", inputs);
    Ops tf = context.tf();
    return inputs.stream().reduce(tf.math::maximum).orElseThrow();
  }
}
