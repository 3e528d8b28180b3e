package dev.assay.keras.models;

import dev.assay.keras.initializers.Initializer;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.LayerContext;
import dev.assay.keras.regularizers.Regularizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
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
  private final Deque<Layer> stack = new ArrayDeque<>();
  private final Deque<Ops> scopes = new ArrayDeque<>();
  private final Set<String> added = new HashSet<>();
  private final List<Called> called = new ArrayList<>();
  private final List<String> penalties = new ArrayList<>();
  private final List<Trace.Adaptation> adaptations = new ArrayList<>();

  /** A layer with what it returned. */
  record Called(Layer layer, String name, Operand<TFloat32> output) {}

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
    if (!added.add(weight.spec().name())) {
      throw new IllegalArgumentException(
          "Weight %s was added twice: a layer's weights need different names."
              .formatted(weight.spec().name()));
    }
    Operand<TFloat32> value =
        reads
            .named(weights.nameOf(owner()))
            .withName(name)
            .readVariableOp(weight.handle(), TFloat32.class);
    if (regularizer != null) {
      penalties.add(regularizer.penalty(tf(), value).asOutput().op().name());
    }
    return value;
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
    adaptations.add(
        new Trace.Adaptation(input.asOutput().op().name(), layer + "/mean", layer + "/variance"));
    return new Moments(mean, variance);
  }

  @Override
  public long nextSeed() {
    return seeds.nextLong(1, Integer.MAX_VALUE);
  }

  @Override
  public Operand<TFloat32> call(Layer layer, Operand<TFloat32> input) {
    String name = weights.nameOf(layer);
    stack.push(layer);
    scopes.push(root.withSubScope(name));
    try {
      Operand<TFloat32> output = layer.call(this, input);
      if (output == null) {
        throw new IllegalArgumentException("Layer %s returned null.".formatted(name));
      }
      called.add(new Called(layer, name, output));
      return output;
    } finally {
      scopes.pop();
      stack.pop();
    }
  }

  private Layer owner() {
    Layer layer = stack.peek();
    if (layer == null) {
      throw new IllegalStateException("Weights belong to a layer: use context.call(layer, input).");
    }
    return layer;
  }

  Trace trace() {
    return new Trace(scope, penalties, adaptations);
  }

  List<Called> called() {
    return called;
  }

  Weights weights() {
    return weights;
  }
}
