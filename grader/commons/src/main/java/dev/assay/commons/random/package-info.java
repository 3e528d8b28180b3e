/** Random numbers that a seed fixes for good. */
@NullMarked
package dev.assay.commons.random;

import org.jspecify.annotations.NullMarked;
