package dev.assay.keras.training;

import dev.assay.keras.models.Manifest;
import dev.assay.keras.models.ModelGraph;
import dev.assay.keras.models.Trace;
import dev.assay.keras.models.WeightSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TType;

/** A model that was loaded from its graph: its weights can be set and read. */
final class ModelSession implements AutoCloseable {
  private final Manifest manifest;
  private final Graph graph = new Graph();
  private final Ops tf;
  private final Session session;
  private final Map<String, Operand<TFloat32>> values = new LinkedHashMap<>();
  private final Map<String, Op> assigns = new LinkedHashMap<>();

  /**
   * Loads the graph; weights have no value yet.
   *
   * @param threads for TensorFlow's kernels; the operations themselves run one after the other in
   *     the caller's thread, which is faster for small models and keeps their order
   */
  ModelSession(ModelGraph model, int threads) {
    manifest = model.manifest();
    graph.importGraphDef(model.graphDef());
    tf = Ops.create(graph);
    session =
        new Session(
            graph,
            ConfigProto.newBuilder()
                .setInterOpParallelismThreads(-1)
                .setIntraOpParallelismThreads(threads)
                .build());
    for (WeightSpec weight : manifest.weights()) {
      Operand<TFloat32> value = tf.placeholder(TFloat32.class, Placeholder.shape(shape(weight)));
      values.put(weight.name(), value);
      assigns.put(weight.name(), tf.assignVariableOp(handle(weight.name()), value));
    }
  }

  Manifest manifest() {
    return manifest;
  }

  Graph graph() {
    return graph;
  }

  Ops tf() {
    return tf;
  }

  Session.Runner runner() {
    return session.runner();
  }

  Output<?> input(Trace trace) {
    return tensor(trace.input());
  }

  Operand<TFloat32> output(Trace trace) {
    return tensor(trace.output());
  }

  /** The first output of the operation of that name. */
  <T extends TType> Output<T> tensor(String operation) {
    return graph.operationOrThrow(operation).output(0);
  }

  /** The resource variable of the weight of that name. */
  Operand<? extends TType> handle(String weight) {
    return tensor(WeightSpec.HANDLES + weight);
  }

  /** What the manifest says of the weight of that name. */
  WeightSpec spec(String weight) {
    return manifest.weights().stream()
        .filter(spec -> spec.name().equals(weight))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("The model has no weight " + weight));
  }

  void assign(Map<String, float[]> weights) {
    for (WeightSpec weight : manifest.weights()) {
      float[] value = weights.get(weight.name());
      if (value != null) {
        assign(weight, value);
      }
    }
  }

  private void assign(WeightSpec weight, float[] value) {
    if (value.length != weight.size()) {
      throw new IllegalArgumentException(
          "weight %s needs %d values. Received: %d"
              .formatted(weight.name(), weight.size(), value.length));
    }
    try (TFloat32 tensor = TFloat32.tensorOf(shape(weight), DataBuffers.of(value))) {
      session
          .runner()
          .feed(placeholder(weight), tensor)
          .addTarget(assignment(weight))
          .run()
          .close();
    }
  }

  private Operand<TFloat32> placeholder(WeightSpec weight) {
    return Objects.requireNonNull(values.get(weight.name()));
  }

  private Op assignment(WeightSpec weight) {
    return Objects.requireNonNull(assigns.get(weight.name()));
  }

  /** The weights' current values, row-major, in the manifest's order. */
  Map<String, float[]> weights() {
    if (manifest.weights().isEmpty()) {
      return Map.of();
    }
    Session.Runner runner = session.runner();
    manifest.weights().forEach(weight -> runner.fetch(manifest.serving().read(weight)));
    Map<String, float[]> weights = new LinkedHashMap<>();
    try (Result result = runner.run()) {
      for (int i = 0; i < result.size(); i++) {
        weights.put(manifest.weights().get(i).name(), Floats.of(result.get(i)));
      }
    }
    return weights;
  }

  static Shape shape(WeightSpec weight) {
    return Shape.of(weight.shape().stream().mapToLong(Integer::longValue).toArray());
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }
}
