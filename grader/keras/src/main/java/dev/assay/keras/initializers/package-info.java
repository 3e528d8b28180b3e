/** Initial values of weights, as data: they are drawn by the trainer, not by the graph. */
@NullMarked
package dev.assay.keras.initializers;

import org.jspecify.annotations.NullMarked;
