/** Weights by name, and their file: {@code safetensors}. */
@NullMarked
package dev.assay.keras.models.weights;

import org.jspecify.annotations.NullMarked;
