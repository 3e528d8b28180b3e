/** What crosses the border to a child process: one JSON record a line. */
@NullMarked
package dev.assay.worker.protocol;

import org.jspecify.annotations.NullMarked;
