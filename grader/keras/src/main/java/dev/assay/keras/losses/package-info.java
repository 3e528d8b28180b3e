/** Loss functions. */
@NullMarked
package dev.assay.keras.losses;

import org.jspecify.annotations.NullMarked;
