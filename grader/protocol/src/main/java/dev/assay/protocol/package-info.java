/**
 * What crosses the pipe between the grader and its workers, and the files that they share: records
 * as strict, bounded JSON.
 */
@NullMarked
package dev.assay.protocol;

import org.jspecify.annotations.NullMarked;
