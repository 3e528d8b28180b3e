/** Ensembles: what a plan declares of them, and how several models become one graph. */
@NullMarked
package dev.assay.keras.ensembles;

import org.jspecify.annotations.NullMarked;
