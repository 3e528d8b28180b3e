/** Mistakes in how far and how often the optimizer steps. */
@NullMarked
package dev.assay.diagnosis.rules.steps;

import org.jspecify.annotations.NullMarked;
