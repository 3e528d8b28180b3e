package dev.assay.keras.training;

import dev.assay.keras.metrics.Metric;
import dev.assay.keras.models.Compilation;
import dev.assay.keras.models.ElementType;
import dev.assay.keras.models.Trace;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TType;

/**
 * Loss and metrics, added to one of a model's graphs.
 *
 * @param labels the placeholder for a batch's labels
 * @param loss the mean over the batch plus the penalties: what is differentiated
 * @param sums a vector: the sum of the examples' losses, each metric's sums, the penalties (see
 *     {@link Sums})
 */
record Objective(Operand<? extends TType> labels, Operand<TFloat32> loss, Operand<TFloat32> sums) {

  /** Adds the loss and metrics of {@code model} to the graph of {@code trace}. */
  static Objective add(ModelSession model, Trace trace, ElementType labelType) {
    Ops tf = model.tf();
    Compilation compilation = model.manifest().compilation();
    Operand<TFloat32> output = model.output(trace);
    Operand<? extends TType> labels =
        tf.placeholder(labelType.tensorType(), Placeholder.shape(Shape.of(Shape.UNKNOWN_SIZE)));
    int outputs = model.manifest().output().shape().get(0);
    Operand<TFloat32> target = target(tf, labels, outputs);
    Operand<TFloat32> perExample = new LossOps(tf).perExample(compilation.loss(), output, target);
    Operand<TFloat32> penalty = tf.constant(0f);
    for (String name : trace.penalties()) {
      penalty = tf.math.add(penalty, model.<TFloat32>tensor(name));
    }
    List<Operand<TFloat32>> sums = new ArrayList<>();
    sums.add(sum(tf, perExample));
    for (Metric metric : compilation.metrics()) {
      sums.addAll(new MetricOps(tf, compilation.loss()).sums(metric, output, target));
    }
    sums.add(penalty);
    Operand<TFloat32> mean = tf.math.mean(perExample, tf.constant(0));
    return new Objective(labels, tf.math.add(mean, penalty), tf.stack(sums));
  }

  /**
   * Labels in the form of the outputs: several outputs take one-hot vectors, one takes the value
   * itself.
   */
  private static Operand<TFloat32> target(Ops tf, Operand<? extends TType> labels, int outputs) {
    if (outputs == 1) {
      return tf.expandDims(tf.dtypes.cast(labels, TFloat32.class), tf.constant(1));
    }
    Operand<TInt32> classes = tf.dtypes.cast(labels, TInt32.class);
    return tf.oneHot(classes, tf.constant(outputs), tf.constant(1f), tf.constant(0f));
  }

  static Operand<TFloat32> sum(Ops tf, Operand<TFloat32> values) {
    Operand<TFloat32> flat = tf.reshape(values, tf.constant(new int[] {-1}));
    return tf.sum(flat, tf.constant(0));
  }
}
