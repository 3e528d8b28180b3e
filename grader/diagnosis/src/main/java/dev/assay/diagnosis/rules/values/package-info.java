/** Rules on the values that layers make of one another, before any training. */
@NullMarked
package dev.assay.diagnosis.rules.values;

import org.jspecify.annotations.NullMarked;
