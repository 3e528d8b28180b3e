package dev.assay.keras.layers;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * The sum of its inputs, as Keras's {@code Add}: residual connections. They have the same shape, or
 * size 1 where they differ; an input of fewer axes gets axes of size 1 after the batch's.
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
    return Merging.sum(context.tf(), "Add", inputs);
  }
}
