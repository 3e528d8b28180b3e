package dev.assay.protocol;

import dev.assay.keras.ensembles.Ensemble;
import dev.assay.keras.ensembles.Stacking;
import dev.assay.keras.models.OutputSpec;
import dev.assay.keras.models.TensorSpec;
import dev.assay.keras.models.flops.Flops;
import dev.assay.keras.models.manifest.Manifest;
import dev.assay.keras.models.manifest.Parts;
import dev.assay.keras.models.weights.WeightSpec;
import dev.assay.keras.training.FitPlan;
import java.util.List;
import java.util.Locale;

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
    checkParts(manifest, parts, fit);
    if (flops < 0) {
      throw new IllegalArgumentException("flops must not be negative. Received: " + flops);
    }
    List<WeightSpec> weights =
        parts.all().stream().flatMap(part -> part.weights().stream()).toList();
    if (!parts.members().isEmpty() && !weights.equals(manifest.weights())) {
      throw new IllegalArgumentException("the weights of the ensemble are not those of its parts");
    }
  }

  /** A candidate's process wrote them, so that they may be of different models. */
  private static void checkParts(Manifest manifest, Parts parts, FitPlan fit) {
    int members = parts.members().size();
    if (fit.ensemble().equals(Ensemble.NONE) != (members == 0) || members > Ensemble.MOST) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the plan asks for %s, and there are %d members",
              fit.ensemble(),
              members));
    }
    if (!parts.members().stream().allMatch(member -> member.input().equals(manifest.input()))
        || !parts.all().stream().allMatch(part -> outputs(part).equals(outputs(manifest)))) {
      throw new IllegalArgumentException(
          "the parts of the ensemble have other inputs or outputs than the ensemble");
    }
  }

  private static List<TensorSpec> outputs(Manifest model) {
    return model.heads().outputs().stream().map(OutputSpec::spec).toList();
  }

  /**
   * Returns all models that the plan trains: those of {@link #members}, and a model that learns to
   * combine them.
   */
  public List<Manifest> trained() {
    Manifest combiner = parts.combiner();
    return combiner != null && fit.ensemble() instanceof Stacking && !Stacking.isAverage(combiner)
        ? parts.all()
        : members();
  }

  /** Returns the models that predict: the members of an ensemble, or the model itself. */
  public List<Manifest> members() {
    return parts.members().isEmpty() ? List.of(manifest) : parts.members();
  }
}
