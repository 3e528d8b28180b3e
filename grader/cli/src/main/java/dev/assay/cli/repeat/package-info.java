/** {@code assay grade} with several gradings of an answer: other seeds, or folds. */
@NullMarked
package dev.assay.cli.repeat;

import org.jspecify.annotations.NullMarked;
