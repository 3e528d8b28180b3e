/** Penalties on weights that are added to the loss. */
@NullMarked
package dev.assay.keras.regularizers;

import org.jspecify.annotations.NullMarked;
