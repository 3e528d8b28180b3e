/** What losses share: reductions, clipping and logarithms that stay finite. */
@NullMarked
package dev.assay.keras.losses.math;

import org.jspecify.annotations.NullMarked;
