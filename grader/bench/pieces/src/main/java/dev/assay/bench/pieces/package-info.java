/**
 * JMH benchmarks of what lies behind a public interface; the others are in their part's package.
 */
@NullMarked
package dev.assay.bench.pieces;

import org.jspecify.annotations.NullMarked;
