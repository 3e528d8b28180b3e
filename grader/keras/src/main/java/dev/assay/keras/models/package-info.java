/** Models, and the data that describes one: a graph and its manifest. */
@NullMarked
package dev.assay.keras.models;

import org.jspecify.annotations.NullMarked;
