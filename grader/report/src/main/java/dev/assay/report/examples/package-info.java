/** Examples of the validation set, with what a model predicts of them. */
@NullMarked
package dev.assay.report.examples;

import org.jspecify.annotations.NullMarked;
