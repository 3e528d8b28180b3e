package dev.assay.keras.models.tracing;

import dev.assay.keras.layers.AnyLayer;
import dev.assay.keras.layers.WeightOptions;
import dev.assay.keras.models.manifest.LayerNames;
import dev.assay.keras.models.manifest.Scopes;
import dev.assay.keras.models.weights.WeightSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TType;

/** The layers' names and weights, shared by the two graphs of a model. */
final class Weights {
  private final Scopes scopes;
  private final LayerNames names = new LayerNames();
  private final Map<String, Weight> weights = new LinkedHashMap<>();

  Weights(Ops tf) {
    scopes = new Scopes(tf.withSubScope("weights"));
  }

  /** A weight with the resource variable that holds it. */
  record Weight(WeightSpec spec, Operand<? extends TType> handle, AnyLayer owner) {}

  /** The layer's name in the graph and in its weights' names. */
  String nameOf(AnyLayer layer) {
    return names.of(layer);
  }

  /** The layer's name that people see. */
  String shownNameOf(AnyLayer layer) {
    return names.shown(layer);
  }

  /** The weight of that name, made on first use. */
  Weight weight(AnyLayer owner, String name, Shape shape, WeightOptions options) {
    String layer = nameOf(owner);
    Weight weight =
        weights.computeIfAbsent(
            layer + "/" + name,
            key -> {
              WeightSpec spec = spec(key, shape, options);
              return new Weight(spec, handle(layer, name, spec, shape), owner);
            });
    checkShape(weight.spec(), shape);
    return weight;
  }

  private static void checkShape(WeightSpec weight, Shape shape) {
    List<Integer> wanted = sizes(weight.name(), shape);
    if (!wanted.equals(weight.shape())) {
      throw new IllegalArgumentException(
          "Weight %s has shape %s, but the layer is called again with an input that needs %s. A layer shares its weights wherever it is used: create another layer for inputs of another size."
              .formatted(weight.name(), weight.shape(), wanted));
    }
  }

  private static WeightSpec spec(String name, Shape shape, WeightOptions options) {
    if (options.constraint() != null) {
      options.constraint().check(name, shape.numDimensions());
    }
    return new WeightSpec(
        name, sizes(name, shape), options.trainable(), options.initializer(), options.constraint());
  }

  private Operand<? extends TType> handle(String layer, String name, WeightSpec spec, Shape shape) {
    return scopes
        .named(layer)
        .withName(name)
        .varHandleOp(TFloat32.class, shape, VarHandleOp.sharedName(spec.name()));
  }

  List<WeightSpec> specs() {
    return weights.values().stream().map(Weight::spec).toList();
  }

  long sizeOf(AnyLayer layer) {
    return weights.values().stream()
        .filter(weight -> weight.owner() == layer)
        .mapToLong(weight -> weight.spec().size())
        .sum();
  }

  private static List<Integer> sizes(String name, Shape shape) {
    List<Integer> sizes = new ArrayList<>();
    for (long size : shape.asArray()) {
      if (size <= 0) {
        throw new IllegalArgumentException(
            "Weight %s needs a shape with known, positive sizes. Received: %s"
                .formatted(name, shape));
      }
      sizes.add(Math.toIntExact(size));
    }
    return sizes;
  }
}
