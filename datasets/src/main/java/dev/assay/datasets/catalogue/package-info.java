/**
 * Descriptions of data sets: files with digests and mirrors, layout, split, origin. They hold no
 * data.
 */
@NullMarked
package dev.assay.datasets.catalogue;

import org.jspecify.annotations.NullMarked;
