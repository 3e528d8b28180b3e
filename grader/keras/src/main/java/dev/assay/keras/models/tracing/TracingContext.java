package dev.assay.keras.models.tracing;

import dev.assay.keras.initializers.Initializer;
import dev.assay.keras.layers.AnyLayer;
import dev.assay.keras.layers.Layer;
import dev.assay.keras.layers.LayerContext;
import dev.assay.keras.layers.MergeLayer;
import dev.assay.keras.layers.WeightOptions;
import dev.assay.keras.models.manifest.Adaptation;
import dev.assay.keras.models.manifest.Scopes;
import dev.assay.keras.models.manifest.Trace;
import dev.assay.keras.models.weights.WeightSpec;
import dev.assay.keras.regularizers.Regularizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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

/** The context of layers while a model is traced into one of its two graphs. */
final class TracingContext implements LayerContext {
  private final String scope;
  private final Ops root;
  private final Scopes reads;
  private final boolean training;
  private final Weights weights;
  private final SplittableRandom seeds;
  private final LayerCalls calls = new LayerCalls();
  private final Map<String, Operand<TFloat32>> values = new HashMap<>();
  private final Set<String> addedInCall = new HashSet<>();
  private final List<String> penalties = new ArrayList<>();
  private final List<Adaptation> adaptations = new ArrayList<>();
  private final Map<String, String> updates = new LinkedHashMap<>();

  TracingContext(Ops tf, String scope, boolean training, Weights weights, long seed) {
    this.scope = scope;
    this.root = tf.withSubScope(scope);
    this.reads = new Scopes(root.withSubScope("read"));
    this.training = training;
    this.weights = weights;
    this.seeds = new SplittableRandom(seed);
  }

  @Override
  public Ops tf() {
    LayerCalls.Open current = calls.current();
    return current == null ? root : current.scope();
  }

  @Override
  public boolean training() {
    return training;
  }

  @Override
  public Operand<TFloat32> addWeight(String name, Shape shape, WeightOptions options) {
    Weights.Weight weight = weights.weight(owner(), name, shape, options);
    String key = weight.spec().name();
    if (!addedInCall.add(key)) {
      throw new IllegalArgumentException(
          "Weight %s was added twice: a layer's weights need different names.".formatted(key));
    }
    Operand<TFloat32> known = values.get(key);
    return known == null ? read(weight, name, options.regularizer()) : known;
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
      addLoss(regularizer.penalty(tf(), value));
    }
    return value;
  }

  @Override
  public void addLoss(Operand<TFloat32> loss) {
    if (loss.shape().numDimensions() != 0) {
      throw new IllegalArgumentException(
          "addLoss needs a scalar: sum what is to be added. Received: shape " + loss.shape());
    }
    penalties.add(nameOf(loss));
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
    String key = weightName(weight);
    if (!values.containsKey(key)) {
      throw new IllegalArgumentException(
          "updateWeight: the layer has no weight %s. Add it first.".formatted(key));
    }
    if (training) {
      updates.put(key, nameOf(value));
      values.put(key, value);
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
    Operand<TFloat32> mean = addWeight("mean", shape, WeightOptions.notTrained(Initializer.ZEROS));
    Operand<TFloat32> variance =
        addWeight("variance", shape, WeightOptions.notTrained(Initializer.ONES));
    adaptations.add(
        new Adaptation.Moments(nameOf(input), weightName("mean"), weightName("variance")));
    return new Moments(mean, variance);
  }

  @Override
  public Operand<TFloat32> adaptedQuantiles(Operand<TFloat32> input, int bins) {
    if (bins < 2) {
      throw new IllegalArgumentException(
          "adaptedQuantiles: bins must be at least 2. Received: " + bins);
    }
    Operand<TFloat32> boundaries =
        addWeight("boundaries", Shape.of(bins - 1), WeightOptions.notTrained(Initializer.ZEROS));
    adaptations.add(new Adaptation.Quantiles(nameOf(input), weightName("boundaries")));
    return boundaries;
  }

  private String weightName(String weight) {
    return weights.nameOf(owner()) + "/" + weight;
  }

  @Override
  public long nextSeed() {
    return seeds.nextLong(1, Integer.MAX_VALUE);
  }

  @Override
  public Operand<TFloat32> call(Layer layer, Operand<TFloat32> input) {
    return call(layer, List.of(input), () -> layer.call(this, input));
  }

  @Override
  public Operand<TFloat32> call(MergeLayer layer, List<Operand<TFloat32>> inputs) {
    return call(layer, inputs, () -> layer.call(this, inputs));
  }

  private Operand<TFloat32> call(
      AnyLayer layer, List<Operand<TFloat32>> inputs, Supplier<Operand<TFloat32>> body) {
    String name = weights.nameOf(layer);
    addedInCall.removeIf(weight -> weight.startsWith(name + "/"));
    LayerCalls.Open open =
        new LayerCalls.Open(layer, name, weights.shownNameOf(layer), root.withSubScope(name));
    return calls.call(open, inputs, body);
  }

  private AnyLayer owner() {
    LayerCalls.Open current = calls.current();
    if (current == null) {
      throw new IllegalStateException("Weights belong to a layer: use context.call(layer, input).");
    }
    return current.layer();
  }

  Trace trace() {
    return new Trace(
        scope,
        penalties,
        adaptations,
        updates.entrySet().stream()
            .map(update -> new Trace.Update(update.getKey(), update.getValue()))
            .toList());
  }

  /** The name of the layer that made a value: of one within another the outer one. */
  Optional<String> makerOf(Operand<TFloat32> value) {
    return calls.makerOf(value);
  }

  List<LayerCalls.Called> called() {
    return calls.called();
  }

  Weights weights() {
    return weights;
  }
}
