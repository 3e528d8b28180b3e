/** Many gradings: what to grade, where results go, several at a time, and what was left out. */
@NullMarked
package dev.assay.batch;

import org.jspecify.annotations.NullMarked;
