/** What losses share: label forms, shapes of outputs, reductions. */
@NullMarked
package dev.assay.keras.losses.math;

import org.jspecify.annotations.NullMarked;
