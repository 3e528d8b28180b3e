package dev.assay.training;

import dev.assay.keras.models.manifest.Manifest;
import dev.assay.keras.models.weights.WeightSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** A model's weights before training. */
final class InitialWeights {
  private InitialWeights() {}

  /** Draws them by their initializers, in the manifest's order. */
  static Map<String, float[]> draw(Manifest manifest, SplittableRandom random) {
    Map<String, float[]> weights = new LinkedHashMap<>();
    for (WeightSpec weight : manifest.weights()) {
      weights.put(weight.name(), weight.initializer().values(weight.shape(), random.nextLong()));
    }
    return weights;
  }
}
