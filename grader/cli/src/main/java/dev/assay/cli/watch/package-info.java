/** {@code assay grade --watch}: grading again whenever a source file changes. */
@NullMarked
package dev.assay.cli.watch;

import org.jspecify.annotations.NullMarked;
