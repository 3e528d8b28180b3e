/** Answers of a class with equal sources, of which one is graded. */
@NullMarked
package dev.assay.batch.equal;

import org.jspecify.annotations.NullMarked;
