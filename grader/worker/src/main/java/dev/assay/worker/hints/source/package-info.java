/** The source at a compile error, and the library beside it, as hints see them. */
@NullMarked
package dev.assay.worker.hints.source;

import org.jspecify.annotations.NullMarked;
