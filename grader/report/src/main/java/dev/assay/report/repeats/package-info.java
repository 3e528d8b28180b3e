/** What several gradings of one answer come to together. */
@NullMarked
package dev.assay.report.repeats;

import org.jspecify.annotations.NullMarked;
