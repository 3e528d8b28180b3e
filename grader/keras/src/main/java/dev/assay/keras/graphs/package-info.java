/** What stands in TensorFlow's graphs: the names of inputs, and what depends on what. */
@NullMarked
package dev.assay.keras.graphs;

import org.jspecify.annotations.NullMarked;
