/** Scores that are released only where they are significantly better. */
@NullMarked
package dev.assay.exam.ladder;

import org.jspecify.annotations.NullMarked;
