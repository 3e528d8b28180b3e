package dev.assay.keras.training;

import dev.assay.keras.models.TensorSpec;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TType;

/**
 * How a set's labels enter a graph.
 *
 * @param labels of an example: a class number or a value, or one for each output
 * @param weights of the classes in the loss; none where every example weighs 1
 */
record Targets(TensorSpec labels, List<Float> weights) {
  /** For evaluation, which has no weights. */
  static Targets of(TensorData labels) {
    return new Targets(labels.example(), List.of());
  }

  /** For training. */
  static Targets weighted(TensorData labels, ClassWeights weights, int outputs) {
    return new Targets(labels.example(), weights.of(labels, Math.max(2, outputs)));
  }

  /** The shape of a batch of labels. */
  Shape shape() {
    long[] sizes = new long[1 + labels.shape().size()];
    sizes[0] = Shape.UNKNOWN_SIZE;
    for (int axis = 1; axis < sizes.length; axis++) {
      sizes[axis] = labels.shape().get(axis - 1);
    }
    return Shape.of(sizes);
  }

  /**
   * A batch of labels in the form of the outputs: of labels without a shape, several outputs take
   * one-hot vectors and one takes the value itself.
   */
  Operand<TFloat32> target(Ops tf, Operand<? extends TType> batch, int outputs) {
    if (!labels.shape().isEmpty()) {
      if (!labels.shape().equals(List.of(outputs))) {
        throw new IllegalArgumentException(
            "Labels of several values need as many outputs. Received: labels %s, %d outputs"
                .formatted(labels.show(), outputs));
      }
      return tf.dtypes.cast(batch, TFloat32.class);
    }
    if (outputs == 1) {
      return tf.expandDims(tf.dtypes.cast(batch, TFloat32.class), tf.constant(1));
    }
    Operand<TInt32> classes = tf.dtypes.cast(batch, TInt32.class);
    return tf.oneHot(classes, tf.constant(outputs), tf.constant(1f), tf.constant(0f));
  }

  /** The examples' losses, each times its class's weight. */
  Operand<TFloat32> weigh(Ops tf, Operand<? extends TType> batch, Operand<TFloat32> losses) {
    if (weights.isEmpty()) {
      return losses;
    }
    float[] values = new float[weights.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = weights.get(i);
    }
    Operand<TInt32> classes = tf.dtypes.cast(batch, TInt32.class);
    return tf.math.mul(losses, tf.gather(tf.constant(values), classes, tf.constant(0)));
  }
}
