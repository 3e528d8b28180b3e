package dev.assay.keras.layers;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * Flattens an example into a vector, as Keras's {@code Flatten}; no weights.
 *
 * <p>Input {@code (batch, a, b, ...)} with known sizes, output {@code (batch, a·b·...)}.
 *
 * <p>Example:
 *
 * <pre>{@code
 * shape(Flatten.layer(), 28, 28, 1); // -> (None, 784)
 * call(Flatten.layer(), "[[[1, 2], [3, 4]]]"); // -> [[1, 2, 3, 4]]
 * }</pre>
 */
public record Flatten() implements Layer {
  public static Flatten layer() {
    return new Flatten();
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
    int[] shape = LayerArguments.batchShape("Flatten", input.shape());
    int size = 1;
    for (int axis = 1; axis < shape.length; axis++) {
      size = Math.multiplyExact(size, shape[axis]);
    }
    return context.tf().reshape(input, context.tf().constant(new int[] {-1, size}));
  }
}
