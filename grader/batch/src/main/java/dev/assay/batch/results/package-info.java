/** A run's folder as it is read back: results, the settings of its class, points given by hand. */
@NullMarked
package dev.assay.batch.results;

import org.jspecify.annotations.NullMarked;
