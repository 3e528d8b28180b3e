package dev.assay.training.session;

import dev.assay.keras.models.TensorSpec;
import dev.assay.keras.training.ClassWeights;
import dev.assay.keras.training.TensorData;
import java.util.List;
import java.util.Locale;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TType;

/**
 * The way in which a set's labels enter a graph.
 *
 * @param labels of an example: a class number or a value, or one for each output
 * @param weights of the classes in the loss; none where every class weighs 1
 * @param exampleWeights whether each example has a weight of its own as well
 */
public record Targets(TensorSpec labels, List<Float> weights, boolean exampleWeights) {
  /** Returns the targets for evaluation, which has no weights. */
  static Targets of(TensorData labels) {
    return new Targets(labels.example(), List.of(), false);
  }

  /** Returns the targets for training. */
  public static Targets weighted(TensorData labels, ClassWeights weights, int outputs) {
    return new Targets(
        labels.example(), ClassWeightValues.of(weights, labels, Math.max(2, outputs)), false);
  }

  public Targets exampleWeights(boolean given) {
    return new Targets(labels, weights, given);
  }

  /** The shape of a batch of labels. */
  Shape shape() {
    return labels.batchShape();
  }

  /**
   * A batch in the form of the outputs: what has no shape becomes one-hot vectors for several
   * outputs, and the value itself for one; what has a shape is made flat.
   *
   * @param example what one of the batch is
   */
  static Operand<TFloat32> target(
      Ops tf, Operand<? extends TType> batch, TensorSpec example, int outputs) {
    if (!example.shape().isEmpty()) {
      if (example.size() != outputs) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "Labels of several values need as many outputs. Received: labels %s, %d outputs",
                example.show(),
                outputs));
      }
      Operand<TFloat32> values = tf.dtypes.cast(batch, TFloat32.class);
      return example.shape().size() == 1
          ? values
          : tf.reshape(values, tf.constant(new int[] {-1, outputs}));
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
