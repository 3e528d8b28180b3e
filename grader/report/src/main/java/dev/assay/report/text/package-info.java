/** Results as text for people: the summary of a batch, a confusion matrix. */
@NullMarked
package dev.assay.report.text;

import org.jspecify.annotations.NullMarked;
