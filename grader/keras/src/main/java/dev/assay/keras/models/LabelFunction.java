package dev.assay.keras.models;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.index.Indices;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Something that training computes, in the graph, from a batch's features and labels: weights of
 * the examples, or what an output is to be compared with.
 */
@FunctionalInterface
public interface LabelFunction {
  /**
   * Adds the function's operations to the graph.
   *
   * @param tf the operations, in a scope of their own
   * @param x the features, as layers get them: {@code (batch, ...)}
   * @param y the labels as float32: {@code (batch)}, class numbers or values, or {@code (batch, n)}
   *     where an example has several
   * @return the batch first
   */
  Operand<TFloat32> apply(Ops tf, Operand<TFloat32> x, Operand<TFloat32> y);

  /**
   * The columns of labels that have several: {@code [from, to)}, from 0.
   *
   * @throws IllegalArgumentException unless {@code 0 <= from < to}; when the model is built, where
   *     the labels have no such columns
   */
  static LabelFunction columns(int from, int to) {
    if (from < 0 || from >= to) {
      throw new IllegalArgumentException(
          "columns: from must be at least 0 and less than to. Received: %d, %d"
              .formatted(from, to));
    }
    return (tf, x, y) -> {
      if (y.shape().numDimensions() != 2 || y.shape().get(1) < to) {
        throw new IllegalArgumentException(
            "columns: the labels have no columns %d to %d. Received: labels %s"
                .formatted(
                    from, to - 1, TensorSpec.ofBatch(ElementType.FLOAT32, y.shape()).show()));
      }
      return tf.stridedSlice(y, Indices.all(), Indices.slice(from, to));
    };
  }
}
