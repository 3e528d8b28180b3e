/** Scores of predictions against labels, computed from counts and sums over every example. */
@NullMarked
package dev.assay.report.score;

import org.jspecify.annotations.NullMarked;
