/** Runs the programs in turn and compares them. */
@NullMarked
package dev.assay.bench.run;

import org.jspecify.annotations.NullMarked;
