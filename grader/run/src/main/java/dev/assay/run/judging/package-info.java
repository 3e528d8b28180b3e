/** Scores, verdicts, points and what a training shows. */
@NullMarked
package dev.assay.run.judging;

import org.jspecify.annotations.NullMarked;
