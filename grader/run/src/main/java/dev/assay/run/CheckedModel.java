package dev.assay.run;

import dev.assay.keras.models.manifest.Manifest;

/**
 * A model that can be graded.
 *
 * @param manifest its layers and weights; of an ensemble as a whole
 * @param flops floating-point operations to predict one example
 */
public record CheckedModel(Manifest manifest, long flops) {}
