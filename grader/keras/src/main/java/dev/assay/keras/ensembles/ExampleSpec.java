package dev.assay.keras.ensembles;

import dev.assay.keras.models.Model;
import dev.assay.keras.models.TensorSpec;
import dev.assay.keras.models.tracing.ModelGraph;
import org.jspecify.annotations.Nullable;

/**
 * The types of an example's features and labels.
 *
 * @param input its features
 * @param labels null where no model computes anything from them
 */
record ExampleSpec(TensorSpec input, @Nullable TensorSpec labels) {
  ModelGraph trace(Model model, long seed) {
    return labels == null
        ? ModelGraph.trace(model, input, seed)
        : ModelGraph.trace(model, input, labels, seed);
  }
}
