package dev.assay.keras.layers;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * The sum of its inputs, which have the same shape, as Keras's {@code Add}: residual connections.
 *
 * <p>Inputs {@code (batch, ...)} of one shape, which is the output's too; no weights. Other shapes
 * are an error: there is no broadcasting.
 *
 * <p>Example:
 *
 * <pre>{@code
 * merge(Add.layer(), "[[1, 2]]", "[[10, 20]]"); // -> [[11, 22]]
 * Input x = Input.layer();
 * Node residual = Add.layer().apply(x, Dense.of(2).activation(RELU).apply(x));
 * parameters(Functional.of(x, residual).compile(Adam.defaults(), Loss.HUBER), 2); // -> 6
 * }</pre>
 */
public record Add() implements MergeLayer {
  public static Add layer() {
    return new Add();
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, List<Operand<TFloat32>> inputs) {
    Check.sameShapes("Add", inputs);
    return context.tf().math.addN(inputs);
  }
}
