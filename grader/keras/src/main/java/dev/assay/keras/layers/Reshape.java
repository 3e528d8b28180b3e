package dev.assay.keras.layers;

import java.util.Arrays;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * The same values in another shape, as Keras's {@code Reshape}: {@code Reshape.to(28, 28, 1)} gives
 * images a channel axis; no weights.
 *
 * <p>Input {@code (batch, ...)} with known sizes, output {@code (batch, target)}; as many values.
 *
 * <p>Example:
 *
 * <pre>{@code
 * shape(Reshape.to(28, 28, 1), 28, 28); // -> (None, 28, 28, 1)
 * call(Reshape.to(2, 2), "[[1, 2, 3, 4]]"); // -> [[[1, 2], [3, 4]]]
 * error(() -> shape(Reshape.to(3, 3), 8));
 * // -> Reshape: cannot turn an input of shape (None, 8) (8 values) into [3, 3] (9 values).
 * }</pre>
 *
 * @param target the shape without the batch; every dimension positive
 */
public record Reshape(List<Integer> target) implements Layer {
  public Reshape {
    target = List.copyOf(target);
    target.forEach(size -> Check.positive("Reshape", "dimension", size));
  }

  public static Reshape to(int... target) {
    return new Reshape(Arrays.stream(target).boxed().toList());
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
    int[] from = Check.batchShape("Reshape", input.shape());
    int[] shape = new int[target.size() + 1];
    shape[0] = -1;
    for (int axis = 1; axis < shape.length; axis++) {
      shape[axis] = target.get(axis - 1);
    }
    if (size(from) != size(shape)) {
      throw new IllegalArgumentException(
          "Reshape: cannot turn an input of shape %s (%d values) into %s (%d values)."
              .formatted(Check.show(input.shape()), size(from), target, size(shape)));
    }
    return context.tf().reshape(input, context.tf().constant(shape));
  }

  private static long size(int[] batchShape) {
    return Arrays.stream(batchShape, 1, batchShape.length)
        .asLongStream()
        .reduce(1, Math::multiplyExact);
  }
}
