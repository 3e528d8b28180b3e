/** Tools for TensorFlow's graphs: the names of inputs, and the dependencies between nodes. */
@NullMarked
package dev.assay.keras.graphs;

import org.jspecify.annotations.NullMarked;
