package dev.assay.keras.models;

import java.util.Locale;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.index.Indices;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Something that training computes, in the graph, from a batch's features and labels: weights of
 * the examples, or what an output is to be compared with.
 *
 * <p>Example:
 *
 * <pre>{@code
 * Model one = Sequential.of(Dense.of(1).kernelInitializer(Initializer.ONES))
 *     .compile(SGD.defaults(), Loss.MEAN_SQUARED_ERROR);
 * TensorData x = TensorData.rows(new float[] {1}, new float[] {2});
 * firstEpoch(one, new Labelled(x, TensorData.targets(3, 5))); // -> loss 6.5
 * LabelFunction label = (tf, features, labels) -> labels;
 * firstEpoch(one.sampleWeights(label), new Labelled(x, TensorData.targets(3, 5))); // -> loss 28.5
 * Model second = one.target(0, LabelFunction.columns(1, 2));
 * TensorData rows = TensorData.rows(new float[] {9, 3}, new float[] {9, 5});
 * firstEpoch(second, new Labelled(x, rows)); // -> loss 6.5
 * }</pre>
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
   * The columns of labels that have several.
   *
   * @param from the first, at least 0
   * @param to the one behind the last
   * @throws IllegalArgumentException unless {@code 0 <= from < to}; when the model is built, where
   *     the labels have no such columns
   */
  static LabelFunction columns(int from, int to) {
    if (from < 0 || from >= to) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "columns: from must be at least 0 and less than to. Received: %d, %d",
              from,
              to));
    }
    return (tf, x, y) -> {
      if (y.shape().numDimensions() != 2 || y.shape().get(1) < to) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "columns: the labels have no columns %d to %d. Received: labels %s",
                from,
                to - 1,
                TensorSpec.ofBatch(ElementType.FLOAT32, y.shape()).show()));
      }
      return tf.stridedSlice(y, Indices.all(), Indices.slice(from, to));
    };
  }
}
