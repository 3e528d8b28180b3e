/** Practice over time: what each grading of one's own answers came to. */
@NullMarked
package dev.assay.exam.practice;

import org.jspecify.annotations.NullMarked;
