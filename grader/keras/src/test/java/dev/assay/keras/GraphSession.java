package dev.assay.keras;

import dev.assay.keras.models.manifest.Trace;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.models.weights.WeightSpec;
import dev.assay.keras.training.TensorData;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tensorflow.Graph;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** One of a model's two graphs without the trainer: weights are fed where they are read. */
public final class GraphSession implements AutoCloseable {
  private final Graph graph = new Graph();
  private final List<WeightSpec> specs;
  private final List<WeightSpec> trainable;
  private final Trace trace;
  private final Output<?> coefficients;
  private final Output<?>[] gradients;
  private Session session;

  public GraphSession(ModelGraph model, Trace trace) {
    this.trace = trace;
    graph.importGraphDef(model.graphDef());
    specs = model.manifest().weights();
    trainable = specs.stream().filter(WeightSpec::trainable).toList();
    coefficients = Ops.create(graph).placeholder(TFloat32.class).asOutput();
    gradients =
        graph.addGradients(
            "gradients",
            new Output<?>[] {graph.outputOrThrow(trace.output() + ":0")},
            trainable.stream()
                .map(weight -> graph.outputOrThrow(trace.read(weight) + ":0"))
                .toArray(Output<?>[]::new),
            new Output<?>[] {coefficients});
    session = new Session(graph);
  }

  /** Starts anew, so that random operations draw the same values again. */
  public void restart() {
    session.close();
    session = new Session(graph);
  }

  public float[] output(Map<String, float[]> weights, TensorData input) {
    return fetch(trace.output(), weights, input);
  }

  /** The first output of the operation of that name. */
  public float[] fetch(String operation, Map<String, float[]> weights, TensorData input) {
    return run(session.runner().fetch(operation), weights, input).get(0);
  }

  /**
   * The gradients of {@code sum(coefficients * output)}; without the weights that the output does
   * not depend on in a differentiable way.
   */
  public Map<String, float[]> gradients(
      Map<String, float[]> weights, TensorData input, float[] factors, int batch) {
    Session.Runner runner = session.runner();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < gradients.length; i++) {
      if (exists(gradients[i])) {
        runner.fetch(gradients[i]);
        names.add(trainable.get(i).name());
      }
    }
    if (names.isEmpty()) {
      return Map.of();
    }
    long[] shape = graph.outputOrThrow(trace.output() + ":0").shape().asArray();
    shape[0] = batch;
    try (TFloat32 tensor = TFloat32.tensorOf(Shape.of(shape), DataBuffers.of(factors))) {
      List<float[]> values = run(runner.feed(coefficients, tensor), weights, input);
      Map<String, float[]> byName = new LinkedHashMap<>();
      for (int i = 0; i < names.size(); i++) {
        byName.put(names.get(i), values.get(i));
      }
      return byName;
    }
  }

  /** TensorFlow Java gives outputs of a closed operation where there is no gradient. */
  private static boolean exists(Output<?> gradient) {
    try {
      return gradient != null && gradient.dataType() != null;
    } catch (IllegalStateException e) {
      return false;
    }
  }

  private List<float[]> run(Session.Runner runner, Map<String, float[]> weights, TensorData input) {
    List<Tensor> tensors = new ArrayList<>();
    Tensor features = Tensor.of(input.type().tensorType(), shape(input.shape()));
    byte[] bytes = new byte[input.values().limit()];
    input.values().get(0, bytes);
    features.asRawTensor().data().write(bytes, 0, bytes.length);
    tensors.add(features);
    runner.feed(trace.input(), features);
    for (WeightSpec spec : specs) {
      TFloat32 value =
          TFloat32.tensorOf(
              shape(spec.shape()),
              DataBuffers.of(Objects.requireNonNull(weights.get(spec.name()), spec.name())));
      tensors.add(value);
      runner.feed(trace.read(spec), value);
    }
    try (Result result = runner.run()) {
      List<float[]> values = new ArrayList<>();
      result.forEach(entry -> values.add(floats((TFloat32) entry.getValue())));
      return values;
    } finally {
      tensors.forEach(Tensor::close);
    }
  }

  public static float[] floats(TFloat32 tensor) {
    float[] values = new float[Math.toIntExact(tensor.size())];
    tensor.copyTo(DataBuffers.of(values, false, false));
    return values;
  }

  public static float[] floats(TensorData data) {
    float[] values = new float[data.values().limit() / 4];
    data.values().duplicate().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(0, values);
    return values;
  }

  private static Shape shape(List<Integer> sizes) {
    return Shape.of(sizes.stream().mapToLong(Integer::longValue).toArray());
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }
}
