/** Constraints on weights, applied after each step of training. */
@NullMarked
package dev.assay.keras.constraints;

import org.jspecify.annotations.NullMarked;
