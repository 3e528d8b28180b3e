/** The problem basic-regression. */
@NullMarked
package dev.assay.problems.basicregression;

import org.jspecify.annotations.NullMarked;
