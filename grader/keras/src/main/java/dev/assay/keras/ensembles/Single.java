package dev.assay.keras.ensembles;

import dev.assay.keras.models.Model;
import dev.assay.keras.models.ModelGraph;
import dev.assay.keras.models.TensorSpec;

/** One model, as it is. */
public record Single() implements Ensemble {
  @Override
  public ModelGraph trace(Model model, TensorSpec input, long seed) {
    return ModelGraph.trace(model, input, seed);
  }
}
