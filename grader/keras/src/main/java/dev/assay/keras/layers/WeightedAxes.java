package dev.assay.keras.layers;

import java.util.List;
import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The axes of an input that a layer has a weight for each place of.
 *
 * @param input the input's shape
 * @param axes counted from 0, in increasing order; none is the batch's
 */
record WeightedAxes(Shape input, List<Integer> axes) {
  WeightedAxes {
    axes = List.copyOf(axes);
  }

  /**
   * Looks the axes up in an input.
   *
   * @param axes each once; negative ones count from the last
   * @throws IllegalArgumentException where the input has no such axis, or one twice, or its size is
   *     not known
   */
  static WeightedAxes of(String layer, Shape input, List<Integer> axes) {
    LayerArguments.features(layer, input);
    List<Integer> counted =
        axes.stream()
            .map(axis -> LayerArguments.axis(layer, axis, input))
            .distinct()
            .sorted()
            .toList();
    if (counted.size() < axes.size()) {
      throw new IllegalArgumentException(
          "%s: axis names an axis of the input of shape %s twice. Received: %s"
              .formatted(layer, LayerArguments.show(input), axes));
    }
    counted.forEach(axis -> LayerArguments.known(layer, input, axis));
    return new WeightedAxes(input, counted);
  }

  /** The sizes of the axes. */
  Shape shape() {
    return Shape.of(axes.stream().mapToLong(input::get).toArray());
  }

  /** The input with these axes last. */
  Operand<TFloat32> last(Ops tf, Operand<TFloat32> values) {
    return areLast() ? values : tf.linalg.transpose(values, tf.constant(order()));
  }

  /** Moves the axes of a result of {@link #last} back to their places. */
  Operand<TFloat32> back(Ops tf, Operand<TFloat32> values) {
    int[] places = new int[input.numDimensions()];
    for (int i = 0; i < places.length; i++) {
      places[order()[i]] = i;
    }
    return areLast() ? values : tf.linalg.transpose(values, tf.constant(places));
  }

  private boolean areLast() {
    return axes.get(0) == input.numDimensions() - axes.size();
  }

  private int[] order() {
    IntStream others =
        IntStream.range(0, input.numDimensions()).filter(axis -> !axes.contains(axis));
    return IntStream.concat(others, axes.stream().mapToInt(Integer::intValue)).toArray();
  }
}
