/** What candidates hand in. */
@NullMarked
package dev.assay.run.submissions;

import org.jspecify.annotations.NullMarked;
