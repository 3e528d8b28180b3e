package dev.assay.keras.models.flops;

import dev.assay.keras.graphs.GraphNodes;
import dev.assay.keras.models.TensorSpec;
import dev.assay.keras.models.manifest.Trace;
import dev.assay.keras.models.tracing.ModelGraph;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorShapeProto;

/**
 * The amount of computation of a model in floating-point operations (FLOPs): a multiplication and
 * an addition are two.
 *
 * <p>The convention is that of TensorFlow's profiler (the {@code float_operation} counts of {@code
 * tf.profiler}, {@code flops_registry.py} and {@code nn_ops.py}), with shapes from TensorFlow's own
 * inference:
 *
 * <ul>
 *   <li>products of matrices, BatchMatMul and Einsum: 2 * m * k * n;
 *   <li>convolutions: 2 * outputs * kernel height * width * input channels of a group; depthwise 2
 *       * outputs * height * width; transposed 2 * inputs * height * width * output channels;
 *   <li>pooling: outputs * window;
 *   <li>Softmax 5, Rsqrt and SquaredDifference 2 an output, a sum of n tensors n - 1;
 *   <li>moving data (reshape, transpose, pad, gather, tile, cast ...): 0.
 * </ul>
 *
 * <p>All else counts one for each value of its largest input or output: element-wise operations,
 * also those for which the profiler has no number and so says 0, and reductions, for which it says
 * a few less.
 *
 * <p>Moving takes time too. A model that moves more values than it computes operations counts by
 * those instead: by all that transpose, pad, concatenate, gather, tile, cast and the like write.
 * What only hands a tensor on (reshape, squeeze, identity), constants and shapes stay 0.
 *
 * <p>Example:
 *
 * <pre>{@code
 * Model model = Sequential.of(Dense.of(3)).compile(Adam.defaults(), Loss.MEAN_SQUARED_ERROR);
 * TensorSpec input = new TensorSpec(ElementType.FLOAT32, List.of(4));
 * Flops.ofPrediction(ModelGraph.trace(model, input, 1)); // -> 27
 * }</pre>
 */
public final class Flops {
  private Flops() {}

  /**
   * Counts what predicting one example takes, with all outputs of the model and all members of an
   * ensemble; the graph is not run.
   *
   * @return at least 0; {@link Long#MAX_VALUE} where it is more
   * @throws IllegalArgumentException where it cannot be told, because the shape of something that
   *     is computed with depends on the features' values; or the model takes no batch of one
   */
  public static long ofPrediction(ModelGraph model) {
    GraphDef serving = oneExample(model);
    try (Graph graph = new Graph()) {
      load(serving, graph);
      long computed = 0;
      long moved = 0;
      for (Iterator<GraphOperation> all = graph.operations(); all.hasNext(); ) {
        GraphOperation operation = all.next();
        computed = plus(computed, OperationFlops.of(operation));
        moved = plus(moved, OperationFlops.moved(operation));
      }
      return Math.max(computed, moved);
    }
  }

  private static void load(GraphDef serving, Graph graph) {
    try {
      graph.importGraphDef(serving);
    } catch (TFInvalidArgumentException e) {
      throw new IllegalArgumentException(
          "The model does not take a batch of one example: %s A model must take batches of any size: in a shape, write -1 for the batch."
              .formatted(e.getMessage()),
          e);
    }
  }

  /** Returns the part of the graph that the outputs depend on, for a batch of one. */
  private static GraphDef oneExample(ModelGraph model) {
    GraphNodes all = GraphNodes.of(model.graphDef());
    Trace serving = model.manifest().serving();
    List<String> outputs =
        IntStream.range(0, model.manifest().heads().outputs().size())
            .mapToObj(serving::output)
            .toList();
    Map<String, NodeDef> needed = new LinkedHashMap<>();
    all.behind(outputs).forEach(name -> needed.put(name, all.require(name)));
    needed.computeIfPresent(serving.input(), (name, node) -> ofOne(node, model.manifest().input()));
    return GraphDef.newBuilder()
        .setVersions(model.graphDef().getVersions())
        .addAllNode(needed.values())
        .build();
  }

  private static NodeDef ofOne(NodeDef placeholder, TensorSpec input) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    shape.addDim(TensorShapeProto.Dim.newBuilder().setSize(1));
    for (int size : input.shape()) {
      shape.addDim(TensorShapeProto.Dim.newBuilder().setSize(size));
    }
    return placeholder.toBuilder()
        .putAttr("shape", AttrValue.newBuilder().setShape(shape).build())
        .build();
  }

  /** The sum of numbers that are not negative, or the largest number there is. */
  static long plus(long a, long b) {
    return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
  }

  /** The product of numbers that are not negative, or the largest number there is. */
  static long times(long a, long b) {
    return b != 0 && a > Long.MAX_VALUE / b ? Long.MAX_VALUE : a * b;
  }
}
