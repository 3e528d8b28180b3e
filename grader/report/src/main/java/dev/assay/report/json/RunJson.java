package dev.assay.report.json;

import dev.assay.report.Entries;
import dev.assay.report.GradeReport;

/**
 * A run's results as one JSON document.
 *
 * @param results are written one after the other, so that they need not be there at the same time
 */
record RunJson(int schemaVersion, Iterable<GradeReport> results, Entries entries) {}
