package dev.assay.keras.models;

import dev.assay.keras.initializers.Initializer;
import dev.assay.keras.layers.AnyLayer;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.LayerContext;
import dev.assay.keras.layers.MergeLayer;
import dev.assay.keras.regularizers.Regularizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** What layers see while a model is traced into one of its two graphs. */
final class TracingContext implements LayerContext {
  private final String scope;
  private final Ops root;
  private final Scopes reads;
  private final boolean training;
  private final Weights weights;
  private final SplittableRandom seeds;
  private final Deque<AnyLayer> stack = new ArrayDeque<>();
  private final Deque<Ops> scopes = new ArrayDeque<>();
  private final Map<String, Operand<TFloat32>> values = new HashMap<>();
  private final Set<String> addedInCall = new HashSet<>();
  private final List<Called> called = new ArrayList<>();
  private final IdentityHashMap<Operand<TFloat32>, String> makers = new IdentityHashMap<>();
  private final List<String> penalties = new ArrayList<>();
  private final List<Trace.Adaptation> adaptations = new ArrayList<>();
  private final List<Trace.Update> updates = new ArrayList<>();

  /** A layer with what it returned. */
  record Called(AnyLayer layer, String name, Operand<TFloat32> output) {}

  TracingContext(Ops tf, String scope, boolean training, Weights weights, long seed) {
    this.scope = scope;
    this.root = tf.withSubScope(scope);
    this.reads = new Scopes(root.withSubScope("read"));
    this.training = training;
    this.weights = weights;
    this.seeds = new SplittableRandom(seed);
    scopes.push(root);
  }

  @Override
  public Ops tf() {
    return scopes.element();
  }

  @Override
  public boolean training() {
    return training;
  }

  @Override
  public Operand<TFloat32> addWeight(
      String name,
      Shape shape,
      Initializer initializer,
      boolean trainable,
      @Nullable Regularizer regularizer) {
    Weights.Weight weight = weights.weight(owner(), name, shape, initializer, trainable);
    String key = weight.spec().name();
    if (!addedInCall.add(key)) {
      throw new IllegalArgumentException(
          "Weight %s was added twice: a layer's weights need different names.".formatted(key));
    }
    Operand<TFloat32> known = values.get(key);
    return known == null ? read(weight, name, regularizer) : known;
  }

  /** A layer that is called again shares its weights and pays its penalties once. */
  private Operand<TFloat32> read(
      Weights.Weight weight, String name, @Nullable Regularizer regularizer) {
    Operand<TFloat32> value =
        reads
            .named(weights.nameOf(owner()))
            .withName(name)
            .readVariableOp(weight.handle(), TFloat32.class);
    values.put(weight.spec().name(), value);
    if (regularizer != null) {
      penalties.add(nameOf(regularizer.penalty(tf(), value)));
    }
    return value;
  }

  /** The name of an operation whose first output is the value. */
  private String nameOf(Operand<TFloat32> value) {
    return value.asOutput().index() == 0
        ? value.asOutput().op().name()
        : tf().identity(value).op().name();
  }

  boolean has(WeightSpec weight) {
    return values.containsKey(weight.name());
  }

  @Override
  public void updateWeight(String weight, Operand<TFloat32> value) {
    String key = weights.nameOf(owner()) + "/" + weight;
    if (!values.containsKey(key)) {
      throw new IllegalArgumentException(
          "updateWeight: the layer has no weight %s. Add it first.".formatted(key));
    }
    if (training) {
      updates.add(new Trace.Update(key, nameOf(value)));
    }
  }

  @Override
  public Moments adaptedMoments(Operand<TFloat32> input) {
    Shape all = input.shape();
    long features = all.get(all.numDimensions() - 1);
    if (features <= 0) {
      throw new IllegalArgumentException(
          "adaptedMoments needs a known last dimension. Received: shape " + all);
    }
    Shape shape = Shape.of(features);
    Operand<TFloat32> mean = addWeight("mean", shape, Initializer.ZEROS, false, null);
    Operand<TFloat32> variance = addWeight("variance", shape, Initializer.ONES, false, null);
    String layer = weights.nameOf(owner());
    adaptations.add(new Trace.Adaptation(nameOf(input), layer + "/mean", layer + "/variance"));
    return new Moments(mean, variance);
  }

  @Override
  public long nextSeed() {
    return seeds.nextLong(1, Integer.MAX_VALUE);
  }

  @Override
  public Operand<TFloat32> call(Layer layer, Operand<TFloat32> input) {
    return call(layer, () -> layer.call(this, input));
  }

  @Override
  public Operand<TFloat32> call(MergeLayer layer, List<Operand<TFloat32>> inputs) {
    return call(layer, () -> layer.call(this, inputs));
  }

  private Operand<TFloat32> call(AnyLayer layer, Supplier<Operand<TFloat32>> body) {
    String name = weights.nameOf(layer);
    stack.push(layer);
    scopes.push(root.withSubScope(name));
    addedInCall.removeIf(weight -> weight.startsWith(name + "/"));
    try {
      Operand<TFloat32> output = body.get();
      if (output == null) {
        throw new IllegalArgumentException("Layer %s returned null.".formatted(name));
      }
      if (stack.size() == 1) {
        makers.putIfAbsent(output, name);
      }
      if (called.stream().noneMatch(earlier -> earlier.layer() == layer)) {
        called.add(new Called(layer, name, output));
      }
      return output;
    } finally {
      scopes.pop();
      stack.pop();
    }
  }

  private AnyLayer owner() {
    AnyLayer layer = stack.peek();
    if (layer == null) {
      throw new IllegalStateException("Weights belong to a layer: use context.call(layer, input).");
    }
    return layer;
  }

  Trace trace() {
    return new Trace(scope, penalties, adaptations, updates);
  }

  /** The name of the layer that made a value: of one within another the outer one. */
  Optional<String> makerOf(Operand<TFloat32> value) {
    return Optional.ofNullable(makers.get(value));
  }

  List<Called> called() {
    return called;
  }

  Weights weights() {
    return weights;
  }
}
