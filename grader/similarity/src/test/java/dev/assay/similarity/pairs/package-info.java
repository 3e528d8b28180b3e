/** Tests of the pairs that share rare choices. */
@NullMarked
package dev.assay.similarity.pairs;

import org.jspecify.annotations.NullMarked;
