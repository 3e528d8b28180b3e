package dev.assay.keras.models;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.index.Indices;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Adds functions of features and labels to one of a model's graphs. */
public final class Supervision {
  private final Ops tf;
  private final Operand<TFloat32> features;
  private final Operand<TFloat32> labels;

  private Supervision(Ops tf, Operand<TFloat32> features, Operand<TFloat32> labels) {
    this.tf = tf;
    this.features = features;
    this.labels = labels;
  }

  /** Adds the placeholder for the labels. */
  public static Supervision of(Ops tf, Operand<TFloat32> features, @Nullable TensorSpec labels) {
    if (labels == null) {
      throw new IllegalArgumentException(
          "Sample weights and targets are functions of the labels: build the model with what an"
              + " example's labels are, as KerasModel.of(model, plan, new Labelled(x, y), options)"
              + " does. Received: none");
    }
    Operand<?> raw =
        tf.withName("labels")
            .placeholder(labels.type().tensorType(), Placeholder.shape(labels.batchShape()));
    Operand<TFloat32> values = tf.withSubScope("supervision").dtypes.cast(raw, TFloat32.class);
    return new Supervision(tf, features, values);
  }

  public void sampleWeights(LabelFunction function) {
    Operand<TFloat32> weights = call("sampleWeights", function);
    Shape shape = weights.shape();
    boolean column = shape.numDimensions() == 2 && shape.get(1) == 1;
    if (shape.numDimensions() != 1 && !column) {
      throw new IllegalArgumentException(
          "sampleWeights must return a weight for each example, of shape (batch) or (batch, 1)."
              + " Received: %s. Reduce its other axes, with tf.math.mean for example."
                  .formatted(TensorSpec.ofBatch(ElementType.FLOAT32, shape).show()));
    }
    // Not -1: as many weights as examples, or the step fails, where one would weigh them all.
    Operand<TInt32> batch = tf.stridedSlice(tf.shape(labels), Indices.slice(0, 1));
    tf.withName("sample_weights").reshape(weights, batch);
  }

  /**
   * Adds a target.
   *
   * @param output what is compared with it
   * @return of an example
   */
  public TensorSpec target(int number, LabelFunction function, TensorSpec output) {
    Operand<TFloat32> target = call("target of output " + number, function);
    TensorSpec spec = TensorSpec.ofBatch(ElementType.FLOAT32, target.shape());
    if (!spec.shape().isEmpty() && spec.size() != output.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "target: output %d has shape %s, but its target has %s. Return as many values as the"
                  + " output has.",
              number,
              output.show(),
              spec.show()));
    }
    tf.withName("target_" + number).identity(target);
    return spec;
  }

  private Operand<TFloat32> call(String name, LabelFunction function) {
    Operand<TFloat32> value = function.apply(tf.withSubScope("supervision"), features, labels);
    if (value == null) {
      throw new IllegalArgumentException("The function for the %s returned null.".formatted(name));
    }
    Shape shape = value.shape();
    if (shape.isUnknown() || shape.numDimensions() == 0 || shape.get(0) != Shape.UNKNOWN_SIZE) {
      throw new IllegalArgumentException(
          "The function for the %s must return something for each example, the batch first. Received: shape %s. Compute it from x or y."
              .formatted(name, shape));
    }
    return value;
  }
}
