/** A training's history as CSV. */
@NullMarked
package dev.assay.report.csv;

import org.jspecify.annotations.NullMarked;
