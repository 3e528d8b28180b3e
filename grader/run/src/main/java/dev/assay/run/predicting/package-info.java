/** Predictions of graded models for examples that people give. */
@NullMarked
package dev.assay.run.predicting;

import org.jspecify.annotations.NullMarked;
