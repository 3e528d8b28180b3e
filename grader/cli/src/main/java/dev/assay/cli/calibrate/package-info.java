/** {@code assay calibrate}, and the table that it prints. */
@NullMarked
package dev.assay.cli.calibrate;

import org.jspecify.annotations.NullMarked;
