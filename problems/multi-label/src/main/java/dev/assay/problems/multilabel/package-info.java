/** The problem multi-label. */
@NullMarked
package dev.assay.problems.multilabel;

import org.jspecify.annotations.NullMarked;
