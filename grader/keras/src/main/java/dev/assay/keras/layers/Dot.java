package dev.assay.keras.layers;

import java.util.List;
import java.util.Locale;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Sum;
import org.tensorflow.types.TFloat32;

/**
 * The sums of products of two inputs along an axis of each, example by example, as Keras's {@code
 * Dot}.
 *
 * <p>Inputs {@code (batch, a, n)} and {@code (batch, n, b)} give {@code (batch, a, b)} for the axes
 * 2 and 1; two of shape {@code (batch, n)} give {@code (batch, 1)}.
 *
 * <p>Example:
 *
 * <pre>{@code
 * merge(Dot.along(1), "[[1, 2]]", "[[3, 4]]"); // -> [[11]]
 * merge(Dot.along(1).normalize(true), "[[3, 4]]", "[[4, 3]]"); // -> [[0.96]]
 * }</pre>
 *
 * @param first the axis of the first input, not the batch's, 0; negative counts from the last
 * @param second the axis of the second input, of the same size
 * @param normalize whether both inputs first get the norm 1 along their axes, so that the outputs
 *     are cosines; default false
 */
public record Dot(int first, int second, boolean normalize) implements MergeLayer {
  public Dot {
    LayerArguments.notBatch("Dot", first);
    LayerArguments.notBatch("Dot", second);
  }

  /** Along the same axis of both; the same as {@code along}. */
  public static Dot of(int axis) {
    return along(axis);
  }

  /** Along an axis of each; the same as {@code along}. */
  public static Dot of(int first, int second) {
    return along(first, second);
  }

  /** Along the same axis of both. */
  public static Dot along(int axis) {
    return new Dot(axis, axis, false);
  }

  public static Dot along(int first, int second) {
    return new Dot(first, second, false);
  }

  public Dot normalize(boolean newNormalize) {
    return new Dot(first, second, newNormalize);
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, List<Operand<TFloat32>> inputs) {
    LayerArguments.two("Dot", inputs);
    Ops tf = context.tf();
    Shape x = inputs.get(0).shape();
    Shape y = inputs.get(1).shape();
    int a = LayerArguments.axis("Dot", first, x);
    int b = LayerArguments.axis("Dot", second, y);
    if (x.get(a) != y.get(b)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Dot needs axes of the same size. Received: axis %d of %s and axis %d of %s",
              first,
              LayerArguments.show(x),
              second,
              LayerArguments.show(y)));
    }
    Operand<TFloat32> output =
        tf.linalg.einsum(
            List.of(ready(tf, inputs.get(0), a), ready(tf, inputs.get(1), b)),
            equation(x, a, y, b));
    return output.shape().numDimensions() == 1 ? tf.expandDims(output, tf.constant(1)) : output;
  }

  private Operand<TFloat32> ready(Ops tf, Operand<TFloat32> input, int axis) {
    if (!normalize) {
      return input;
    }
    Operand<TFloat32> squares =
        tf.sum(tf.math.square(input), tf.constant(axis), Sum.keepDims(true));
    return tf.math.mul(
        input,
        tf.math.rsqrt(tf.math.maximum(squares, tf.constant(1e-14f)))); // Keras's 1e-7 squared
  }

  /** Returns the equation for einsum: the batch is z, the summed axis y, other axes a, b, ... */
  private static String equation(Shape x, int a, Shape y, int b) {
    StringBuilder rest = new StringBuilder();
    String first = letters(x.numDimensions(), a, rest);
    String second = letters(y.numDimensions(), b, rest);
    return "%s,%s->z%s".formatted(first, second, rest);
  }

  private static String letters(int rank, int summed, StringBuilder rest) {
    StringBuilder letters = new StringBuilder("z");
    for (int axis = 1; axis < rank; axis++) {
      char letter = axis == summed ? 'y' : (char) ('a' + rest.length());
      letters.append(letter);
      if (axis != summed) {
        rest.append(letter);
      }
    }
    return letters.toString();
  }
}
