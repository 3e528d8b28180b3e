/** The floating-point operations of a model. */
@NullMarked
package dev.assay.keras.models.flops;

import org.jspecify.annotations.NullMarked;
