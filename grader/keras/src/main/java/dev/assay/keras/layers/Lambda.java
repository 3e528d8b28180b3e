package dev.assay.keras.layers;

import java.util.Objects;
import java.util.function.BiFunction;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Raw TensorFlow Java as a layer; made by {@link Layer#lambda}. */
record Lambda(BiFunction<Ops, Operand<TFloat32>, Operand<TFloat32>> function) implements Layer {
  Lambda {
    Objects.requireNonNull(function, "function must not be null");
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
    Operand<TFloat32> output = function.apply(context.tf(), input);
    if (output == null) {
      throw new IllegalArgumentException("The function of Layer.lambda returned null.");
    }
    return output;
  }
}
