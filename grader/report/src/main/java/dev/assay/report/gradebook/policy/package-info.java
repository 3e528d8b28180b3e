/** The settings of a class: weights, pass mark, which hand-in counts, due dates and lateness. */
@NullMarked
package dev.assay.report.gradebook.policy;

import org.jspecify.annotations.NullMarked;
