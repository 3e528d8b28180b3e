/**
 * Runs a plan's callbacks after each epoch: the best weights, early stopping, the learning rate.
 */
@NullMarked
package dev.assay.training.steering;

import org.jspecify.annotations.NullMarked;
