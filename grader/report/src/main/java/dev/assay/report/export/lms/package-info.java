/** Grades for the gradebooks of learning platforms, filled into the files downloaded from there. */
@NullMarked
package dev.assay.report.export.lms;

import org.jspecify.annotations.NullMarked;
