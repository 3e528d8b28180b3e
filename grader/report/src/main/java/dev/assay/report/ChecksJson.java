package dev.assay.report;

import java.util.List;

/** What was checked, as one JSON document. */
record ChecksJson(int schemaVersion, List<CheckedAnswer> results) {
  /** The version of the structure that {@code reports/check.schema.json} describes. */
  static final int VERSION = 2;
}
