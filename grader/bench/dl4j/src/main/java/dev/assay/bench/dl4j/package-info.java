/** The benchmark's program for Deeplearning4j. */
@NullMarked
package dev.assay.bench.dl4j;

import org.jspecify.annotations.NullMarked;
