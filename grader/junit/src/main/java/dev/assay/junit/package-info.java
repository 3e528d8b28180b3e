/** Graded answers as JUnit tests: each answer is a tree of the steps of its grading. */
@NullMarked
package dev.assay.junit;

import org.jspecify.annotations.NullMarked;
