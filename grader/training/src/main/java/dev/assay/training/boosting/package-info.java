/** The arithmetic of boosting: errors, votes and the weights of examples. */
@NullMarked
package dev.assay.training.boosting;

import org.jspecify.annotations.NullMarked;
