/** {@code assay exam} and its commands. */
@NullMarked
package dev.assay.cli.exam;

import org.jspecify.annotations.NullMarked;
