package dev.assay.keras.ensembles;

import dev.assay.keras.models.Model;
import dev.assay.keras.models.TensorSpec;
import dev.assay.keras.models.tracing.ModelGraph;
import org.jspecify.annotations.Nullable;

/** A single model, not an ensemble. */
public record Single() implements Ensemble {
  @Override
  public ModelGraph trace(Model model, TensorSpec input, @Nullable TensorSpec labels, long seed) {
    return new ExampleSpec(input, labels).trace(model, seed);
  }
}
