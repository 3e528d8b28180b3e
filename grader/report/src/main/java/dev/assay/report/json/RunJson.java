package dev.assay.report.json;

import dev.assay.report.Entries;
import dev.assay.report.GradeReport;
import java.util.List;

/** A run's results as one JSON document. */
record RunJson(int schemaVersion, List<GradeReport> results, Entries entries) {}
