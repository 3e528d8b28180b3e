package dev.assay.keras.layers;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * Reshapes its input, as Keras's {@code Reshape}: {@code Reshape.to(28, 28, 1)} gives images a
 * channel axis; no weights.
 *
 * <p>Input {@code (batch, ...)} with known sizes, output {@code (batch, target)}; as many values.
 *
 * <p>Example:
 *
 * <pre>{@code
 * shape(Reshape.to(28, 28, 1), 28, 28); // -> (None, 28, 28, 1)
 * call(Reshape.to(2, 2), "[[1, 2, 3, 4]]"); // -> [[[1, 2], [3, 4]]]
 * error(() -> shape(Reshape.to(3, 3), 8));
 * // -> Layer reshape (Reshape), the 1st of the model: Reshape: cannot turn an input of shape
 * // -> (None, 8) (8 values) into [3, 3] (9 values).
 * }</pre>
 *
 * @param target the shape without the batch; positive numbers, of which one may be -1: as large as
 *     is left
 */
public record Reshape(List<Integer> target) implements Layer {
  public Reshape {
    target = List.copyOf(target);
    target.stream()
        .filter(size -> size != -1)
        .forEach(size -> LayerArguments.positive("Reshape", "dimension", size));
    if (target.indexOf(-1) != target.lastIndexOf(-1)) {
      throw new IllegalArgumentException(
          "Reshape: at most one dimension can be -1. Received: " + target);
    }
  }

  /** Creates the layer with a target shape without the batch axis; the same as {@code to}. */
  public static Reshape of(int... target) {
    return to(target);
  }

  public static Reshape to(int... target) {
    return new Reshape(Arrays.stream(target).boxed().toList());
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
    int[] from = LayerArguments.batchShape("Reshape", input.shape());
    long size = product(Arrays.stream(from).skip(1));
    long given = product(target.stream().mapToInt(Integer::intValue).filter(each -> each != -1));
    boolean open = target.contains(-1);
    if (open ? size % given != 0 : size != given) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Reshape: cannot turn an input of shape %s (%d values) into %s (%d values%s).",
              LayerArguments.show(input.shape()),
              size,
              target,
              given,
              open ? " or a multiple" : ""));
    }
    int[] shape = new int[target.size() + 1];
    shape[0] = -1;
    for (int axis = 1; axis < shape.length; axis++) {
      int wanted = target.get(axis - 1);
      shape[axis] = wanted == -1 ? Math.toIntExact(size / given) : wanted;
    }
    return context.tf().reshape(input, context.tf().constant(shape));
  }

  private static long product(IntStream sizes) {
    return sizes.asLongStream().reduce(1, Math::multiplyExact);
  }
}
