/** Training, evaluation and prediction with a {@link dev.assay.keras.models.ModelGraph}. */
@NullMarked
package dev.assay.keras.training;

import org.jspecify.annotations.NullMarked;
