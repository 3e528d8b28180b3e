/** Learning rates over the steps of training, as data. */
@NullMarked
package dev.assay.keras.schedules;

import org.jspecify.annotations.NullMarked;
