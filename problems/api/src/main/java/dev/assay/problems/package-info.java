/** What a problem is, and what a candidate writes against. */
@NullMarked
package dev.assay.problems;

import org.jspecify.annotations.NullMarked;
