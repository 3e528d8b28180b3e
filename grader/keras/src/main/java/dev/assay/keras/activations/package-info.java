/** Activation functions. */
@NullMarked
package dev.assay.keras.activations;

import org.jspecify.annotations.NullMarked;
