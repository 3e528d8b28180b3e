/** Problems, and the API against which candidates write their answers. */
@NullMarked
package dev.assay.problems;

import org.jspecify.annotations.NullMarked;
