/** Files of data sets as bytes, packed and unpacked, with their digests. */
@NullMarked
package dev.assay.datasets.files;

import org.jspecify.annotations.NullMarked;
