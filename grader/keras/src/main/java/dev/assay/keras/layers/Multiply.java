package dev.assay.keras.layers;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The product of its inputs, which have the same shape, as Keras's {@code Multiply}.
 *
 * <p>Inputs {@code (batch, ...)} of one shape, which is the output's too; no weights. Other shapes
 * are an error: there is no broadcasting.
 *
 * <p>Example:
 *
 * <pre>{@code
 * merge(Multiply.layer(), "[[1, 2]]", "[[10, 20]]"); // -> [[10, 40]]
 * Input x = Input.layer();
 * Node gated = Multiply.layer().apply(x, Dense.of(8).activation(SIGMOID).apply(x));
 * }</pre>
 */
public record Multiply() implements MergeLayer {
  public static Multiply layer() {
    return new Multiply();
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, List<Operand<TFloat32>> inputs) {
    Check.sameShapes("Multiply", inputs);
    Ops tf = context.tf();
    return inputs.stream().reduce(tf.math::mul).orElseThrow();
  }
}
