/** What became different in a gradebook, for whom, and the log of it. */
@NullMarked
package dev.assay.report.gradebook.changes;

import org.jspecify.annotations.NullMarked;
