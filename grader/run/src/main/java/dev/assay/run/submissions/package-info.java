/** Submissions as candidates hand them in. */
@NullMarked
package dev.assay.run.submissions;

import org.jspecify.annotations.NullMarked;
