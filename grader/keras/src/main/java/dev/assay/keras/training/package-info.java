/** Plans, data and results of a training; what runs one is in {@code dev.assay.training}. */
@NullMarked
package dev.assay.keras.training;

import org.jspecify.annotations.NullMarked;
