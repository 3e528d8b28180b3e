/** Compiles and starts a program of the user's own, for {@code assay run}. */
@NullMarked
package dev.assay.cli.programs;

import org.jspecify.annotations.NullMarked;
