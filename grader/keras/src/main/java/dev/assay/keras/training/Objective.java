package dev.assay.keras.training;

import dev.assay.keras.metrics.Batch;
import dev.assay.keras.models.Compilation;
import dev.assay.keras.models.Manifest;
import dev.assay.keras.models.Trace;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Sum;
import org.tensorflow.types.TFloat32;
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
  static Objective add(ModelSession model, Trace trace, Targets targets) {
    Ops tf = model.tf();
    Compilation compilation = model.manifest().compilation();
    Operand<TFloat32> output = model.output(trace);
    Operand<? extends TType> labels =
        tf.placeholder(targets.labels().type().tensorType(), Placeholder.shape(targets.shape()));
    Operand<TFloat32> target = targets.target(tf, labels, outputs(model.manifest()));
    Operand<TFloat32> perExample =
        targets.weigh(tf, labels, compilation.loss().perExample(tf, output, target));
    Operand<TFloat32> penalty = tf.constant(0f);
    for (String name : trace.penalties()) {
      penalty = tf.math.add(penalty, model.<TFloat32>tensor(name));
    }
    Batch batch = new Batch(tf, compilation.loss(), output, target);
    List<Operand<TFloat32>> sums = new ArrayList<>();
    sums.add(tf.sum(perExample, tf.constant(0), Sum.keepDims(true)));
    compilation.metrics().forEach(metric -> sums.add(metric.sums(batch)));
    sums.add(tf.reshape(penalty, tf.constant(new int[] {1})));
    Operand<TFloat32> mean = tf.math.mean(perExample, tf.constant(0));
    return new Objective(labels, tf.math.add(mean, penalty), tf.concat(sums, tf.constant(0)));
  }

  /** How many outputs an example has. */
  static int outputs(Manifest manifest) {
    List<Integer> shape = manifest.output().shape();
    if (shape.size() != 1) {
      throw new IllegalArgumentException(
          "Training needs outputs of shape (None, n). Received: " + manifest.output().show());
    }
    return shape.get(0);
  }
}
