/** Hidden examples that come from elsewhere than the published part. */
@NullMarked
package dev.assay.datasets.hidden;

import org.jspecify.annotations.NullMarked;
