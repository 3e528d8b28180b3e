/** What hints know of the source at a compile error, and of the library beside it. */
@NullMarked
package dev.assay.worker.hints.source;

import org.jspecify.annotations.NullMarked;
