/** The problem iris. */
@NullMarked
package dev.assay.problems.iris;

import org.jspecify.annotations.NullMarked;
