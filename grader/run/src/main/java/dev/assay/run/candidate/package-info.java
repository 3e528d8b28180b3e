/** Candidates: a submission compiled, and its builder run. */
@NullMarked
package dev.assay.run.candidate;

import org.jspecify.annotations.NullMarked;
