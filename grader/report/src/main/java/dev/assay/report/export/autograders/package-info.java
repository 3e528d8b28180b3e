/** Grades as the result files of the servers that run autograders, a file a student. */
@NullMarked
package dev.assay.report.export.autograders;

import org.jspecify.annotations.NullMarked;
