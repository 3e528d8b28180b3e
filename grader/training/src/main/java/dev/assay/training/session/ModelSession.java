package dev.assay.training.session;

import dev.assay.keras.models.manifest.Manifest;
import dev.assay.keras.models.manifest.Trace;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.models.weights.WeightSpec;
import dev.assay.keras.optimizers.SGD;
import dev.assay.keras.training.TrainingMode;
import dev.assay.training.graphs.PoolingFirst;
import dev.assay.training.graphs.StaticShapes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.GraphOptions;
import org.tensorflow.proto.RewriterConfig;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TType;

/** A model that was loaded from its graph: its weights can be set and read. */
public final class ModelSession implements AutoCloseable {
  /** The operations of branches and loops, which TensorFlow's plain executor does not support. */
  private static final Set<String> CONTROL_FLOW =
      Set.of(
          "Switch",
          "Merge",
          "If",
          "StatelessIf",
          "Case",
          "StatelessCase",
          "While",
          "StatelessWhile");

  /** Longer than any call takes. */
  private static final long NEVER_MILLIS = Duration.ofDays(365).toMillis();

  private static final long NO_TIMEOUT = 0;

  private static final int CALLERS_THREAD = -1;

  /** Weights of a model whose moments fade in a few microseconds a step at worst. */
  private static final long SMALL = 2_000;

  /** Weights of a model whose matrix products take longer than to pass on what they give. */
  private static final long LARGE = 500_000;

  /** Weights of a model without moments whose steps take little. */
  private static final long SMALL_WITHOUT_MOMENTS = 100_000;

  private final Manifest manifest;
  private final Graph graph = new Graph();
  private final Ops tf;
  private final Session session;
  private final Map<String, Operand<TFloat32>> values = new LinkedHashMap<>();
  private final Map<String, Op> assigns = new LinkedHashMap<>();

  /**
   * Loads the graph; weights have no value yet.
   *
   * @param threads how many operations of a large model may run at a time; each is computed by one
   *     thread, so that what comes out does not depend on their number
   */
  public ModelSession(ModelGraph model, int threads) {
    this(model, threads, TrainingMode.REPRODUCIBLE);
  }

  /**
   * Creates a session with the kernels of a mode; {@link TrainingMode#FAST} also divides kernels
   * among threads.
   */
  public ModelSession(ModelGraph model, int threads, TrainingMode mode) {
    manifest = model.manifest();
    graph.importGraphDef(PoolingFirst.rewrite(model.graphDef(), manifest));
    StaticShapes.check(graph);
    tf = Ops.create(graph);
    session = new Session(graph, config(model, threads, mode));
    for (WeightSpec weight : manifest.weights()) {
      Operand<TFloat32> value = tf.placeholder(TFloat32.class, Placeholder.shape(shape(weight)));
      values.put(weight.name(), value);
      assigns.put(weight.name(), tf.assignVariableOp(handle(weight.name()), value));
    }
  }

  /**
   * TensorFlow's settings: they follow from the model, so that all who load it compute the same.
   *
   * <p>Fusing an operation with the bias and activation behind it pays for convolutions; a fused
   * product of small matrices takes longer than the operations one by one. What saves memory is
   * off: it turns sums of large tensors into references, which the plain executor refuses.
   *
   * <p>A call runs on TensorFlow's threads, where numbers that are too small for float32's normal
   * range become zero. In the caller's own thread they would not, and processors compute with them
   * many times slower: moments of Adam that fade away made a whole training 2.5 times longer. Only
   * a call that may time out leaves the caller's thread. To get there and back takes a third of a
   * small model's step, which has too few such numbers to matter: it stays.
   *
   * <p>With more threads, operations of a large model that do not wait for each other run at the
   * same time, as the gradients of a layer's weights and of its inputs. That gains more than to
   * divide each of them: then TensorFlow's thread sleeps while others do its work, and is woken for
   * the next one. The threads are the session's own: those that a process's sessions share are as
   * many as the first of them asked for. What divides operations is shared always.
   */
  private static ConfigProto config(ModelGraph model, int threads, TrainingMode mode) {
    GraphDef nodes = model.graphDef();
    RewriterConfig.Builder rewrites =
        RewriterConfig.newBuilder().setMemoryOptimization(RewriterConfig.MemOptType.NO_MEM_OPT);
    boolean convolves =
        nodes.getNodeList().stream().anyMatch(node -> node.getOp().contains("Conv"));
    if (!convolves) {
      rewrites.setRemapping(RewriterConfig.Toggle.OFF);
    }
    boolean plain =
        nodes.getNodeList().stream().noneMatch(node -> CONTROL_FLOW.contains(node.getOp()));
    // Branches and loops run by calls in calls, which a thread of TensorFlow's has the stack for.
    boolean stays = plain && isSmall(model.manifest());
    boolean large = convolves || model.manifest().parameters() > LARGE;
    boolean oneByOne = plain && (stays || threads == 1 || !large);
    if (mode == TrainingMode.FAST) {
      rewrites.setAutoMixedPrecisionOnednnBfloat16(RewriterConfig.Toggle.ON);
    }
    return ConfigProto.newBuilder()
        .setInterOpParallelismThreads(stays ? CALLERS_THREAD : oneByOne ? 1 : threads)
        .setUsePerSessionThreads(!oneByOne)
        .setOperationTimeoutInMs(stays ? NO_TIMEOUT : NEVER_MILLIS)
        .setExperimental(
            ConfigProto.Experimental.newBuilder()
                .setExecutorType(oneByOne ? "SINGLE_THREADED_EXECUTOR" : ""))
        .setIntraOpParallelismThreads(mode == TrainingMode.FAST ? threads : 1)
        .setGraphOptions(GraphOptions.newBuilder().setRewriteOptions(rewrites))
        .build();
  }

  /** Returns whether the state that an optimizer keeps for the weights is small. */
  private static boolean isSmall(Manifest manifest) {
    boolean keepsNothing =
        manifest.compilation().optimizer() instanceof SGD descent && descent.momentum() == 0;
    return manifest.parameters() <= (keepsNothing ? SMALL_WITHOUT_MOMENTS : SMALL);
  }

  public Manifest manifest() {
    return manifest;
  }

  Graph graph() {
    return graph;
  }

  Ops tf() {
    return tf;
  }

  public Session.Runner runner() {
    return session.runner();
  }

  public Output<?> input(Trace trace) {
    return tensor(trace.input());
  }

  /** The first output of the operation of that name. */
  <T extends TType> Output<T> tensor(String operation) {
    return graph.operationOrThrow(operation).output(0);
  }

  /** The resource variable of the weight of that name. */
  Operand<? extends TType> handle(String weight) {
    return tensor(WeightSpec.HANDLES + weight);
  }

  /** Returns the manifest's entry for the weight with that name. */
  public WeightSpec spec(String weight) {
    return manifest.weights().stream()
        .filter(spec -> spec.name().equals(weight))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("The model has no weight " + weight));
  }

  /**
   * Assigns all weights in one run, because TensorFlow prunes the graph again for each new set of
   * targets.
   */
  public void assign(Map<String, float[]> weights) {
    Session.Runner runner = session.runner();
    List<Tensor> given = new ArrayList<>();
    try {
      for (WeightSpec weight : manifest.weights()) {
        float[] value = weights.get(weight.name());
        if (value != null) {
          TFloat32 tensor = tensor(weight, value);
          given.add(tensor);
          runner.feed(placeholder(weight), tensor).addTarget(assignment(weight));
        }
      }
      if (!given.isEmpty()) {
        runner.run().close();
      }
    } finally {
      given.forEach(Tensor::close);
    }
  }

  private static TFloat32 tensor(WeightSpec weight, float[] value) {
    if (value.length != weight.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "weight %s needs %d values. Received: %d",
              weight.name(),
              weight.size(),
              value.length));
    }
    return TFloat32.tensorOf(shape(weight), DataBuffers.of(value));
  }

  private Operand<TFloat32> placeholder(WeightSpec weight) {
    return Objects.requireNonNull(values.get(weight.name()));
  }

  private Op assignment(WeightSpec weight) {
    return Objects.requireNonNull(assigns.get(weight.name()));
  }

  /** The weights' current values, row-major, in the manifest's order. */
  public Map<String, float[]> weights() {
    if (manifest.weights().isEmpty()) {
      return Map.of();
    }
    Session.Runner runner = session.runner();
    manifest.weights().forEach(weight -> runner.fetch(manifest.serving().read(weight)));
    Map<String, float[]> weights = new LinkedHashMap<>();
    try (Result result = runner.run()) {
      for (int i = 0; i < result.size(); i++) {
        weights.put(manifest.weights().get(i).name(), FloatTensors.of(result.get(i)));
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
