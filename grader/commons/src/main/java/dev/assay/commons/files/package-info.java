/** Files that are written whole or not at all. */
@NullMarked
package dev.assay.commons.files;

import org.jspecify.annotations.NullMarked;
