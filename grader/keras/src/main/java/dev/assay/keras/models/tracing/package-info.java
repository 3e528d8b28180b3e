/** Tracing: from a described model to a graph and its manifest. */
@NullMarked
package dev.assay.keras.models.tracing;

import org.jspecify.annotations.NullMarked;
