/** Hidden parts that are drawn anew for a batch. */
@NullMarked
package dev.assay.run.fresh;

import org.jspecify.annotations.NullMarked;
