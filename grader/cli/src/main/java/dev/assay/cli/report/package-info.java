/** {@code assay report}: the pages of a run, made again from its results. */
@NullMarked
package dev.assay.cli.report;

import org.jspecify.annotations.NullMarked;
