/** Optimizers on resource variables, bitwise reproducible. */
@NullMarked
package dev.assay.keras.optimizers;

import org.jspecify.annotations.NullMarked;
