package dev.assay.keras.layers;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * The sum of its inputs, which have the same shape, as Keras's {@code Add}: residual connections.
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
