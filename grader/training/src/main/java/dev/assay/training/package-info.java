/** Runs what {@code dev.assay.keras} describes: trains models and predicts with them. */
@NullMarked
package dev.assay.training;

import org.jspecify.annotations.NullMarked;
