package dev.assay.junit;

import dev.assay.report.GradeReport;
import java.nio.file.Path;

/**
 * An answer with its result.
 *
 * @param report the result
 * @param file the result's, as JSON
 */
record GradedAnswer(GradeReport report, Path file) {}
