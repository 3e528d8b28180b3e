/** {@code assay seal}, {@code unseal} and {@code rotate}: hidden sets of an instructor's own. */
@NullMarked
package dev.assay.cli.sealing;

import org.jspecify.annotations.NullMarked;
