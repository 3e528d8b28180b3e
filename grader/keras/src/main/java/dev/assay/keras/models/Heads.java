package dev.assay.keras.models;

import java.util.List;
import java.util.Locale;
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
  /** The most outputs that a model may have. */
  public static final int MAX_OUTPUTS = 32;

  public Heads {
    outputs = List.copyOf(outputs);
    if (outputs.isEmpty() || outputs.size() > MAX_OUTPUTS) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "A model has 1 to %d outputs. Received: %d",
              MAX_OUTPUTS,
              outputs.size()));
    }
    if (outputs.stream().map(OutputSpec::name).distinct().count() < outputs.size()) {
      throw new IllegalArgumentException("Outputs need different names. Received: " + outputs);
    }
    boolean functions =
        sampleWeights || outputs.stream().anyMatch(output -> output.target() != null);
    if (functions && labels == null) {
      throw new IllegalArgumentException("Functions of the labels need labels. Received: null");
    }
  }

  /** Creates the heads of a model with one output, which is compared with the labels. */
  public static Heads of(TensorSpec output) {
    return new Heads(List.of(new OutputSpec("output", output, null)), null, false);
  }
}
