package dev.assay.keras.layers;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The axes in another order, as Keras's {@code Permute}; no weights.
 *
 * <p>Input {@code (batch, a, b, ...)}, output {@code (batch, ...)} with the same sizes in that
 * order.
 *
 * <p>Example:
 *
 * <pre>{@code
 * call(Permute.of(2, 1), "[[[1, 2, 3], [4, 5, 6]]]"); // -> [[[1, 4], [2, 5], [3, 6]]]
 * shape(Permute.of(3, 1, 2), 28, 14, 3); // -> (None, 3, 28, 14)
 * }</pre>
 *
 * @param dims each axis once, counted from 1: {@code Permute.of(2, 1)} turns {@code (batch, a, b)}
 *     into {@code (batch, b, a)}
 */
public record Permute(List<Integer> dims) implements Layer {
  public Permute {
    dims = List.copyOf(dims);
    if (!dims.stream()
        .sorted()
        .toList()
        .equals(IntStream.rangeClosed(1, dims.size()).boxed().toList())) {
      throw new IllegalArgumentException(
          "Permute: dims must name each axis from 1 on once. Received: " + dims);
    }
  }

  public static Permute of(int... dims) {
    return new Permute(Arrays.stream(dims).boxed().toList());
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
    Ops tf = context.tf();
    if (input.shape().numDimensions() != dims.size() + 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Permute: dims %s need an input of rank %d, with the batch. Received: shape %s",
              dims,
              dims.size() + 1,
              LayerArguments.show(input.shape())));
    }
    int[] order = new int[dims.size() + 1];
    for (int axis = 1; axis < order.length; axis++) {
      order[axis] = dims.get(axis - 1);
    }
    return tf.linalg.transpose(input, tf.constant(order));
  }
}
