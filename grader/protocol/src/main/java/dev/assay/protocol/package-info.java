/**
 * The messages and files that the grader and its workers exchange: records as strict, bounded JSON.
 */
@NullMarked
package dev.assay.protocol;

import org.jspecify.annotations.NullMarked;
