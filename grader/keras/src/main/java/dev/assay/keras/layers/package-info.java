/** Layers: what a model is made of. Names and defaults are Keras's. */
@NullMarked
package dev.assay.keras.layers;

import org.jspecify.annotations.NullMarked;
