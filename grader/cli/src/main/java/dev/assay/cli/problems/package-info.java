/** {@code assay list} and {@code assay new}: the problems and how to begin an answer. */
@NullMarked
package dev.assay.cli.problems;

import org.jspecify.annotations.NullMarked;
