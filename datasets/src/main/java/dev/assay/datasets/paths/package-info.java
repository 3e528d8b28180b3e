/** File names as the bytes that they are, whatever the locale. */
@NullMarked
package dev.assay.datasets.paths;

import org.jspecify.annotations.NullMarked;
