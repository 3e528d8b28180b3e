/** Scores the results of a run again, without training, and keeps a log of it. */
@NullMarked
package dev.assay.batch.scoring;

import org.jspecify.annotations.NullMarked;
