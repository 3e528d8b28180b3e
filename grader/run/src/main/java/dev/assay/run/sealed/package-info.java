/** Instructors' hidden sets in encrypted files: the format, the keys, and what is inside. */
@NullMarked
package dev.assay.run.sealed;

import org.jspecify.annotations.NullMarked;
