package dev.assay.keras.models.tracing;

import dev.assay.keras.layers.AnyLayer;
import dev.assay.keras.models.ElementType;
import dev.assay.keras.models.LabelFunctions;
import dev.assay.keras.models.Model;
import dev.assay.keras.models.TensorSpec;
import dev.assay.keras.models.manifest.LayerSummary;
import dev.assay.keras.models.manifest.Manifest;
import dev.assay.keras.models.weights.WeightSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.exceptions.TFUnimplementedException;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Traces a model into a graph for serving and one for training, which share their weights. */
final class Tracer {
  /** The scope of what a model computes when it predicts. */
  static final String SERVING = "serving";

  private final TensorSpec input;
  private final @Nullable TensorSpec labels;
  private final long seed;

  Tracer(TensorSpec input, @Nullable TensorSpec labels, long seed) {
    this.input = input;
    this.labels = labels;
    this.seed = seed;
  }

  ModelGraph trace(Model model) {
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      Weights weights = new Weights(tf);
      TracingContext serving = new TracingContext(tf, SERVING, false, weights, seed);
      TracedGraph served = TracedGraph.of(model, input, serving);
      TracingContext training = new TracingContext(tf, "training", true, weights, seed);
      TracedGraph trained = TracedGraph.of(model, input, training);
      LabelFunctions functions = model.labelFunctions();
      served.heads(functions, labels, false);
      Manifest manifest =
          new Manifest(
              input,
              trained.heads(functions, labels, true),
              serving.trace(),
              training.trace(),
              weights.specs(),
              summaries(serving),
              model.compilation());
      ModelGraph traced = new ModelGraph(graph.toGraphDef(), manifest);
      WeightUse.check(manifest, serving, training, trained.outputs());
      checkGradients(graph, total(tf, trained.outputs()), manifest);
      return traced;
    }
  }

  /** A value that depends on all outputs. */
  private static Operand<TFloat32> total(Ops tf, List<Operand<TFloat32>> outputs) {
    if (outputs.size() == 1) {
      return outputs.get(0);
    }
    List<Operand<TFloat32>> sums = new ArrayList<>();
    for (Operand<TFloat32> output : outputs) {
      sums.add(tf.sum(tf.reshape(output, tf.constant(new int[] {-1})), tf.constant(0)));
    }
    return tf.math.addN(sums);
  }

  private static List<LayerSummary> summaries(TracingContext context) {
    List<LayerSummary> rows = new ArrayList<>();
    for (LayerCalls.Called called : context.called()) {
      AnyLayer layer = called.layer();
      rows.add(
          new LayerSummary(
              called.name(),
              layer.type(),
              TensorSpec.ofBatch(ElementType.FLOAT32, called.output().shape()),
              context.weights().sizeOf(layer)));
    }
    return rows;
  }

  /** Reports already in the candidate's process what would otherwise fail in training. */
  private static void checkGradients(Graph graph, Operand<TFloat32> output, Manifest manifest) {
    List<Output<?>> weights = new ArrayList<>();
    manifest.weights().stream()
        .filter(WeightSpec::trainable)
        .forEach(
            weight -> weights.add(graph.outputOrThrow(manifest.training().read(weight) + ":0")));
    List<Optional<Operand<TFloat32>>> gradients = gradients(graph, output, weights);
    if (!gradients.isEmpty() && gradients.stream().allMatch(Optional::isEmpty)) {
      throw new IllegalArgumentException(
          "The model cannot be trained: its output depends on no weight in a differentiable way.");
    }
    gradients(graph, withPenalties(graph, output, manifest), weights);
  }

  private static List<Optional<Operand<TFloat32>>> gradients(
      Graph graph, Operand<TFloat32> output, List<Output<?>> weights) {
    try {
      return Gradients.of(graph, output, weights);
    } catch (TensorFlowException | TFUnimplementedException | IllegalArgumentException e) {
      throw NoDerivative.of(e, graph);
    }
  }

  /** A number that depends on the outputs and on all that layers add to the loss. */
  private static Operand<TFloat32> withPenalties(
      Graph graph, Operand<TFloat32> output, Manifest manifest) {
    Ops tf = Ops.create(graph);
    Operand<TFloat32> sum = tf.sum(tf.reshape(output, tf.constant(new int[] {-1})), tf.constant(0));
    for (String penalty : manifest.training().penalties()) {
      sum = tf.math.add(sum, graph.operationOrThrow(penalty).<TFloat32>output(0));
    }
    return sum;
  }
}
