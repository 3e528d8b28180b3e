package dev.assay.training.session;

import dev.assay.keras.metrics.Metric;
import dev.assay.keras.metrics.MetricBatch;
import dev.assay.keras.models.Head;
import dev.assay.keras.models.Heads;
import dev.assay.keras.models.OutputSpec;
import dev.assay.keras.models.TensorSpec;
import dev.assay.keras.models.manifest.Manifest;
import dev.assay.keras.models.manifest.Trace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Sum;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TType;

/**
 * Losses and metrics, added to one of a model's graphs.
 *
 * @param labels the placeholder for a batch's labels
 * @param weights the placeholder for a batch's weights; null where the examples have none
 * @param loss the mean over the batch plus the penalties: what is differentiated
 * @param parts vectors: the sum of the examples' losses, with several outputs also that of each
 *     output's, each metric's sums, the penalties (see {@link MetricSums})
 */
public record Objective(
    Operand<? extends TType> labels,
    @Nullable Operand<TFloat32> weights,
    Operand<TFloat32> loss,
    List<Operand<TFloat32>> parts) {
  public Objective {
    parts = List.copyOf(parts);
  }

  /** Adds the losses and metrics of {@code model} to the graph of {@code trace}. */
  static Objective add(ModelSession model, Trace trace, Targets targets) {
    Ops tf = model.tf();
    Operand<? extends TType> labels = labels(model, targets, trace);
    Operand<TFloat32> weights =
        targets.exampleWeights()
            ? tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(Shape.UNKNOWN_SIZE)))
            : null;
    List<Operand<TFloat32>> losses = new ArrayList<>();
    List<Operand<TFloat32>> metrics = new ArrayList<>();
    Manifest manifest = model.manifest();
    for (int i = 0; i < manifest.heads().outputs().size(); i++) {
      Head head = manifest.compilation().heads().get(i);
      Operand<TFloat32> target = target(model, trace, targets, labels, i);
      Operand<TFloat32> output = model.tensor(trace.output(i));
      Operand<TFloat32> perExample =
          targets.weigh(tf, labels, head.loss().perExample(tf, output, target));
      losses.add(weigh(tf, weigh(model, trace, perExample), weights));
      MetricBatch batch = new MetricBatch(tf, head.loss(), output, target);
      for (Metric metric : head.metrics()) {
        metrics.add(metric.sums(batch));
      }
    }
    Operand<TFloat32> perExample = total(tf, manifest.compilation().heads(), losses);
    Operand<TFloat32> penalty = penalty(model, trace);
    List<Operand<TFloat32>> parts = new ArrayList<>();
    parts.add(sum(tf, perExample));
    if (losses.size() > 1) {
      losses.forEach(loss -> parts.add(sum(tf, loss)));
    }
    parts.addAll(metrics);
    parts.add(tf.reshape(penalty, tf.constant(new int[] {1})));
    Operand<TFloat32> mean = tf.math.mean(perExample, tf.constant(0));
    return new Objective(labels, weights, tf.math.add(mean, penalty), parts);
  }

  private static Operand<TFloat32> penalty(ModelSession model, Trace trace) {
    Operand<TFloat32> penalty = model.tf().constant(0f);
    for (String name : trace.penalties()) {
      penalty = model.tf().math.add(penalty, model.<TFloat32>tensor(name));
    }
    return penalty;
  }

  /** The graph's own placeholder where it computes something from the labels. */
  private static Operand<? extends TType> labels(ModelSession model, Targets targets, Trace trace) {
    TensorSpec expected = model.manifest().heads().labels();
    if (expected == null) {
      return model
          .tf()
          .placeholder(targets.labels().type().tensorType(), Placeholder.shape(targets.shape()));
    }
    if (!expected.equals(targets.labels())) {
      throw new IllegalArgumentException(
          "The model was built for labels %s of shape %s. Received: %s of shape %s"
              .formatted(
                  expected.type(),
                  expected.show(),
                  targets.labels().type(),
                  targets.labels().show()));
    }
    return model.tensor(trace.labels());
  }

  /** Returns the target that an output is compared with, in the output's shape. */
  private static Operand<TFloat32> target(
      ModelSession model,
      Trace trace,
      Targets targets,
      Operand<? extends TType> labels,
      int number) {
    OutputSpec output = model.manifest().heads().outputs().get(number);
    TensorSpec computed = output.target();
    return computed == null
        ? Targets.target(model.tf(), labels, targets.labels(), width(output))
        : Targets.target(model.tf(), model.tensor(trace.target(number)), computed, width(output));
  }

  /** The examples' losses, in training each times its weight. */
  private static Operand<TFloat32> weigh(
      ModelSession model, Trace trace, Operand<TFloat32> losses) {
    Heads heads = model.manifest().heads();
    if (!heads.sampleWeights() || !trace.equals(model.manifest().training())) {
      return losses;
    }
    return weigh(model.tf(), losses, model.tensor(trace.sampleWeights()));
  }

  /** Unlike a product, this does not broadcast: a single weight for all is a mistake. */
  private static Operand<TFloat32> weigh(
      Ops tf, Operand<TFloat32> losses, @Nullable Operand<TFloat32> weights) {
    return weights == null ? losses : tf.linalg.einsum(List.of(losses, weights), "i,i->i");
  }

  /** Returns each example's loss, summed over all outputs. */
  private static Operand<TFloat32> total(Ops tf, List<Head> heads, List<Operand<TFloat32>> losses) {
    List<Operand<TFloat32>> weighted = new ArrayList<>();
    for (int i = 0; i < losses.size(); i++) {
      float weight = heads.get(i).lossWeight();
      weighted.add(weight == 1 ? losses.get(i) : tf.math.mul(losses.get(i), tf.constant(weight)));
    }
    return weighted.size() == 1 ? weighted.get(0) : tf.math.addN(weighted);
  }

  private static Operand<TFloat32> sum(Ops tf, Operand<TFloat32> perExample) {
    return tf.sum(perExample, tf.constant(0), Sum.keepDims(true));
  }

  /** Returns the number of values of the first output for an example. */
  public static int outputs(Manifest manifest) {
    return width(manifest.heads().outputs().get(0));
  }

  /** Returns the number of values of an output for an example. */
  public static int width(OutputSpec output) {
    List<Integer> shape = output.spec().shape();
    if (shape.size() != 1) {
      throw new IllegalArgumentException(
          "Training needs outputs of shape (None, n). Received: %s of %s. Put Flatten before the last Dense layer, or after it if each of its values has a label."
              .formatted(output.spec().show(), output.name()));
    }
    return shape.get(0);
  }
}
