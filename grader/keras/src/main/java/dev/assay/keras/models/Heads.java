package dev.assay.keras.models;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ends of a model's graphs: its outputs, and what it computes from labels.
 *
 * @param outputs at least one; the first is served, the others only help to train it
 * @param labels what an example's labels are, where both graphs have a placeholder for them; null
 *     where nothing is computed from them
 * @param sampleWeights whether the training graph computes a weight for each example
 */
public record Heads(List<OutputSpec> outputs, @Nullable TensorSpec labels, boolean sampleWeights) {
  public Heads {
    outputs = List.copyOf(outputs);
    if (outputs.isEmpty()) {
      throw new IllegalArgumentException("A model needs an output. Received: []");
    }
    boolean functions =
        sampleWeights || outputs.stream().anyMatch(output -> output.target() != null);
    if (functions && labels == null) {
      throw new IllegalArgumentException("Functions of the labels need labels. Received: null");
    }
  }

  /** One output, which is compared with the labels. */
  static Heads of(TensorSpec output) {
    return new Heads(List.of(new OutputSpec("output", output, null)), null, false);
  }
}
