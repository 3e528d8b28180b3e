package dev.assay.worker.protocol;

import dev.assay.keras.models.Flops;
import dev.assay.keras.models.Manifest;
import dev.assay.keras.models.Parts;
import dev.assay.keras.models.WeightSpec;
import dev.assay.keras.training.FitPlan;
import java.util.List;

/**
 * The content of {@code model.json}: all that a candidate's builder said, but for the GraphDef.
 *
 * @param manifest of the model; of an ensemble as a whole
 * @param parts of an ensemble; their weights are the whole's
 * @param flops what predicting one example computes, as {@link Flops} counts it; the trainer counts
 *     again
 * @param fit how it is trained
 */
public record BuiltModel(Manifest manifest, Parts parts, long flops, FitPlan fit) {
  public BuiltModel {
    if (flops < 0) {
      throw new IllegalArgumentException("flops must not be negative. Received: " + flops);
    }
    List<WeightSpec> weights =
        parts.all().stream().flatMap(part -> part.weights().stream()).toList();
    if (!parts.members().isEmpty() && !weights.equals(manifest.weights())) {
      throw new IllegalArgumentException("the weights of the ensemble are not those of its parts");
    }
  }

  /** What is trained: the members of an ensemble, or else the model. */
  public List<Manifest> members() {
    return parts.members().isEmpty() ? List.of(manifest) : parts.members();
  }
}
