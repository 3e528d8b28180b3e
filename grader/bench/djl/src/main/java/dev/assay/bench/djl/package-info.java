/** The benchmark's program for DJL with PyTorch. */
@NullMarked
package dev.assay.bench.djl;

import org.jspecify.annotations.NullMarked;
