/** The benchmark's program for Tribuo's TensorFlow trainer. */
@NullMarked
package dev.assay.bench.tribuo;

import org.jspecify.annotations.NullMarked;
