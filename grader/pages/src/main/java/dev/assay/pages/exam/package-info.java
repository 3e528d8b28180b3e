/** The page of an exam. */
@NullMarked
package dev.assay.pages.exam;

import org.jspecify.annotations.NullMarked;
