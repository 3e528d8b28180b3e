/** Graded models in other formats. */
@NullMarked
package dev.assay.run.export;

import org.jspecify.annotations.NullMarked;
