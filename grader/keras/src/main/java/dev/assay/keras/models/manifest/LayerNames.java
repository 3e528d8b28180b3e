package dev.assay.keras.models.manifest;

import dev.assay.keras.layers.AnyLayer;
import dev.assay.keras.layers.Named;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The names of a model's layers: those that are shown, and those that a graph can have. */
public final class LayerNames {
  private final IdentityHashMap<AnyLayer, String> names = new IdentityHashMap<>();
  private final Set<String> shown = new HashSet<>();
  private final Set<String> inGraph = new HashSet<>();
  private final Map<String, Integer> uses = new HashMap<>();

  /**
   * The layer's name in the graph and in weights' names. Without a given name it is Keras's: dense,
   * dense_1, max_pooling2d. In a given one underscores stand for what TensorFlow does not allow.
   *
   * @throws IllegalArgumentException where another layer of the model has the given name
   */
  public String of(AnyLayer layer) {
    String known = names.get(layer);
    if (known != null) {
      return known;
    }
    String name = layer instanceof Named named ? given(layer, named.name()) : automatic(layer);
    names.put(layer, name);
    return name;
  }

  /** The name that people see: as it was given, or else the one in the graph. */
  public String shown(AnyLayer layer) {
    return layer instanceof Named named ? named.name() : of(layer);
  }

  private String automatic(AnyLayer layer) {
    String base = snakeCase(layer.type());
    String name;
    do {
      int use = uses.merge(base, 1, Integer::sum);
      name = use == 1 ? base : base + "_" + (use - 1);
    } while (shown.contains(name) || !inGraph.add(name));
    shown.add(name);
    return name;
  }

  private String given(AnyLayer layer, String name) {
    if (!shown.add(name)) {
      throw new IllegalArgumentException(
          "All layer names must be unique, but \"%s\" is the name of two layers of the model. Give one of them another name; create a layer that is part of another one only once, outside call."
              .formatted(name));
    }
    String base = legal(name, snakeCase(layer.type()));
    String unique = base;
    for (int i = 1; !inGraph.add(unique); i++) {
      unique = base + "_" + i;
    }
    return unique;
  }

  /** A TensorFlow scope: a letter or digit, then letters, digits, underscores, dots and hyphens. */
  private static String legal(String name, String otherwise) {
    String legal =
        name.replaceAll("[^A-Za-z0-9_.-]+", "_")
            .replaceAll("^[^A-Za-z0-9]+", "")
            .replaceAll("_+$", "");
    return legal.isEmpty() ? otherwise : legal;
  }

  /** Converts a name as Keras's to_snake_case does: MaxPooling2D becomes max_pooling2d. */
  static String snakeCase(String type) {
    String separated =
        type.replaceAll("\\W", "")
            .replaceAll("(.)([A-Z][a-z0-9]+)", "$1_$2")
            .replaceAll("([a-z])([A-Z])", "$1_$2");
    return separated.isEmpty() ? "layer" : separated.toLowerCase(Locale.ROOT);
  }
}
