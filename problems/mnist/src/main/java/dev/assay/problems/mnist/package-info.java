/** The problem mnist. */
@NullMarked
package dev.assay.problems.mnist;

import org.jspecify.annotations.NullMarked;
