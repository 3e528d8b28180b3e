/** Rewrites a model's graph so that a step, or several, take less time and compute the same. */
@NullMarked
package dev.assay.training.graphs;

import org.jspecify.annotations.NullMarked;
