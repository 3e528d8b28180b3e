/** The split of examples into training, validation and hidden part by a seed. */
@NullMarked
package dev.assay.datasets.splits;

import org.jspecify.annotations.NullMarked;
