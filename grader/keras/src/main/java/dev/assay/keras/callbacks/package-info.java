/** Callbacks: rules that steer training, declared as data. */
@NullMarked
package dev.assay.keras.callbacks;

import org.jspecify.annotations.NullMarked;
