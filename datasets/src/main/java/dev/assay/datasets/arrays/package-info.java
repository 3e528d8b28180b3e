/** Arrays of numbers: in memory, and as {@code .npy} files of NumPy, read by mapping. */
@NullMarked
package dev.assay.datasets.arrays;

import org.jspecify.annotations.NullMarked;
