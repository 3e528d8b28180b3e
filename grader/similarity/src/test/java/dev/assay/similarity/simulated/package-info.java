/** A class of made-up answers, some of which are copies. */
@NullMarked
package dev.assay.similarity.simulated;

import org.jspecify.annotations.NullMarked;
