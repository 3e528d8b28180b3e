/** Assay's own part of the benchmark. */
@NullMarked
package dev.assay.bench.assay;

import org.jspecify.annotations.NullMarked;
