/** Computes the numbers that layers such as {@code Normalization} take from the training set. */
@NullMarked
package dev.assay.training.adapting;

import org.jspecify.annotations.NullMarked;
