/** The checks that the components of a result's records share. */
@NullMarked
package dev.assay.report.checks;

import org.jspecify.annotations.NullMarked;
