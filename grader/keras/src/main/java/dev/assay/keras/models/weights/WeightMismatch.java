package dev.assay.keras.models.weights;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Describes the weights in which a file differs from a model. */
final class WeightMismatch {
  private static final int SHOWN = 5;

  private WeightMismatch() {}

  /**
   * Returns a sentence for each wrong type or shape and each missing or unknown weight; empty when
   * all match.
   */
  static List<String> between(List<WeightSpec> specs, SafeTensorsHeader header) {
    List<String> all = new ArrayList<>();
    Set<String> unknown = new LinkedHashSet<>(header.tensors().keySet());
    Map<String, SafeTensorsHeader.Entry> wanted = SafeTensorsHeader.of(specs).tensors();
    wanted.forEach(
        (name, model) -> {
          SafeTensorsHeader.Entry file = header.tensors().get(name);
          unknown.remove(name);
          if (file == null) {
            all.add("%s of shape %s is missing".formatted(name, show(model)));
          } else if (!file.shape().equals(model.shape())) {
            all.add(
                "%s has shape %s, where the model has %s".formatted(name, show(file), show(model)));
          } else if (!file.type().equals(model.type())) {
            all.add("%s has type %s, where the model has F32".formatted(name, file.type()));
          }
        });
    for (String name : unknown) {
      all.add("the model has no %s".formatted(name));
    }
    return all;
  }

  /** The first few, as one. */
  static String describe(List<String> mismatches) {
    String first = mismatches.stream().limit(SHOWN).collect(Collectors.joining("; "));
    int more = mismatches.size() - SHOWN;
    return more > 0 ? first + String.format(Locale.ROOT, "; and %d more", more) : first;
  }

  /** Returns the shape as Keras prints it: (3, 3, 1, 8), (8,), (). */
  private static String show(SafeTensorsHeader.Entry tensor) {
    String sizes = tensor.shape().toString();
    String inner = sizes.substring(1, sizes.length() - 1);
    return tensor.shape().size() == 1 ? "(" + inner + ",)" : "(" + inner + ")";
  }
}
