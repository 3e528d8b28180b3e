package dev.assay.report;

import java.util.List;

/** A run's results as one JSON document. */
record RunJson(int schemaVersion, List<GradeReport> results, Entries entries) {}
