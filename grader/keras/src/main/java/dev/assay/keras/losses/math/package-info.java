/** Mathematics that losses share: reductions, clipping, hinges, label smoothing. */
@NullMarked
package dev.assay.keras.losses.math;

import org.jspecify.annotations.NullMarked;
