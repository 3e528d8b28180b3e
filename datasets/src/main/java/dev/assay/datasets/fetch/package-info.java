/** Fetching published files into the cache, verified by their digests. */
@NullMarked
package dev.assay.datasets.fetch;

import org.jspecify.annotations.NullMarked;
