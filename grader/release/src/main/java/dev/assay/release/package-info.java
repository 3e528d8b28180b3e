/** Builds the release: a zip of what was built, with checksums and a bill of materials. */
@NullMarked
package dev.assay.release;

import org.jspecify.annotations.NullMarked;
