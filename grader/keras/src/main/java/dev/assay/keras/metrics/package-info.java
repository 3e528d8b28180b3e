/** Metrics, computed over a whole set and never averaged over batches. */
@NullMarked
package dev.assay.keras.metrics;

import org.jspecify.annotations.NullMarked;
