/** Tests of answers with equal sources. */
@NullMarked
package dev.assay.batch.equal;

import org.jspecify.annotations.NullMarked;
