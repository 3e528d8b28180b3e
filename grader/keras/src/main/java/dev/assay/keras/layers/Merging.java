package dev.assay.keras.layers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** The code shared by layers that merge their inputs element by element. */
final class Merging {
  private Merging() {}

  /** The inputs one after the other, each of the shape that all together have. */
  static Operand<TFloat32> fold(
      Ops tf,
      String layer,
      List<Operand<TFloat32>> inputs,
      BinaryOperator<Operand<TFloat32>> operation) {
    return aligned(tf, layer, inputs).stream().reduce(operation).orElseThrow();
  }

  /** The sum of the inputs. */
  static Operand<TFloat32> sum(Ops tf, String layer, List<Operand<TFloat32>> inputs) {
    return sameShapes(inputs)
        ? tf.math.addN(inputs)
        : fold(tf, layer, inputs, (a, b) -> tf.math.add(a, b));
  }

  /**
   * Broadcasts inputs as Keras does: one with fewer axes gets axes of size 1 after the batch axis,
   * and axes of size 1 are repeated.
   */
  private static List<Operand<TFloat32>> aligned(
      Ops tf, String layer, List<Operand<TFloat32>> inputs) {
    int rank = inputs.stream().mapToInt(input -> rank(layer, input)).max().orElseThrow();
    List<Operand<TFloat32>> aligned = new ArrayList<>();
    for (Operand<TFloat32> input : inputs) {
      Operand<TFloat32> value = input;
      for (int axes = rank(layer, input); axes < rank; axes++) {
        value = tf.expandDims(value, tf.constant(1));
      }
      aligned.add(value);
    }
    for (int axis = 1; axis < rank; axis++) {
      checkAxis(layer, inputs, aligned, axis);
    }
    return aligned;
  }

  private static int rank(String layer, Operand<TFloat32> input) {
    Shape shape = input.shape();
    if (shape.numDimensions() < 1) {
      throw new IllegalArgumentException(
          "%s needs inputs (batch, ...) of known rank. Received: shape %s"
              .formatted(layer, LayerArguments.show(shape)));
    }
    return shape.numDimensions();
  }

  private static void checkAxis(
      String layer, List<Operand<TFloat32>> inputs, List<Operand<TFloat32>> aligned, int axis) {
    long size = 1;
    for (Operand<TFloat32> input : aligned) {
      long here = input.shape().get(axis);
      if (here > 1 && size > 1 && here != size) {
        throw new IllegalArgumentException(
            "%s needs inputs of the same shape, or of size 1 where they differ. Received: %s"
                .formatted(
                    layer,
                    String.join(
                        " and ",
                        inputs.stream().map(each -> LayerArguments.show(each.shape())).toList())));
      }
      size = Math.max(size, here);
    }
  }

  private static boolean sameShapes(List<Operand<TFloat32>> inputs) {
    long[] first = inputs.get(0).shape().asArray();
    // Shape.equals holds an unknown size, such as the batch's, for different from itself.
    return inputs.stream().allMatch(input -> Arrays.equals(input.shape().asArray(), first));
  }
}
