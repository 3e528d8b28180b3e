package dev.assay.diagnosis.outline;

import dev.assay.keras.models.manifest.LayerSummary;
import dev.assay.keras.models.manifest.Manifest;
import dev.assay.keras.models.manifest.Trace;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which layer an operation belongs to, by its name. */
final class LayerScopes {
  private final Manifest manifest;
  private final Trace trace;
  private final Map<String, String> layers = new HashMap<>();
  private final Map<String, String> prefixes = new HashMap<>();

  LayerScopes(Manifest manifest, Trace trace) {
    this.manifest = manifest;
    this.trace = trace;
  }

  /** Returns the manifest's layer with the longest name that the operation's name begins with. */
  String layer(String operation) {
    return layers.computeIfAbsent(operation, this::layerOf);
  }

  private String layerOf(String operation) {
    return manifest.layers().stream()
        .map(LayerSummary::name)
        .filter(layer -> operation.startsWith(prefix(layer)))
        .max(Comparator.comparingInt(String::length))
        .orElse("");
  }

  /**
   * Returns what the names of a layer's operations begin with. The layers of an ensemble's member
   * are named as member_1/dense, and their operations as member_1/serving/dense/MatMul.
   */
  String prefix(String layer) {
    return prefixes.computeIfAbsent(
        layer,
        name -> {
          String part = trace.scope().substring(0, trace.scope().lastIndexOf('/') + 1);
          String own = name.startsWith(part) ? name.substring(part.length()) : name;
          return trace.scope() + "/" + own + "/";
        });
  }

  Optional<LayerSummary> summary(String layer) {
    return manifest.layers().stream().filter(row -> row.name().equals(layer)).findFirst();
  }
}
