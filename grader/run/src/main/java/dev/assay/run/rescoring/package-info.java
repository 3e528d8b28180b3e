/** Scores kept predictions again, without building or training. */
@NullMarked
package dev.assay.run.rescoring;

import org.jspecify.annotations.NullMarked;
