/** Reads the results of a run and writes its pages. */
@NullMarked
package dev.assay.pages.run;

import org.jspecify.annotations.NullMarked;
