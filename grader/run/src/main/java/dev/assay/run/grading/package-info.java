/** The types that all parts of a grading share: assignment, options, files, stops. */
@NullMarked
package dev.assay.run.grading;

import org.jspecify.annotations.NullMarked;
