package dev.assay.keras.activations;

import java.util.Locale;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Functions over the last axis, applied over another one. */
final class Axis {
  private Axis() {}

  /**
   * The function over an axis, which changes places with the last one for it.
   *
   * @throws IllegalArgumentException for the batch's axis; when applied, for one that is not there
   */
  static ActivationFunction last(String name, int axis, ActivationFunction function) {
    if (axis == 0) {
      throw new IllegalArgumentException(
          name + ": axis must not be 0, the batch's. Received: axis=0");
    }
    return (tf, x) -> {
      int rank = x.shape().numDimensions();
      int from = axis < 0 ? rank + axis : axis;
      if (rank >= 0 && (from < 1 || from >= rank)) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "%s: the input of shape %s has no axis %d beside the batch's.",
                name,
                Formulas.show(x.shape()),
                axis));
      }
      return axis == -1 || from == rank - 1
          ? function.apply(tf, x)
          : swap(tf, function.apply(tf, swap(tf, x, from)), from);
    };
  }

  private static Operand<TFloat32> swap(Ops tf, Operand<TFloat32> x, int axis) {
    Shape shape = x.shape();
    int[] order = new int[shape.numDimensions()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    order[axis] = order.length - 1;
    order[order.length - 1] = axis;
    return tf.linalg.transpose(x, tf.constant(order));
  }
}
