/** The problem binary-classification. */
@NullMarked
package dev.assay.problems.binaryclassification;

import org.jspecify.annotations.NullMarked;
