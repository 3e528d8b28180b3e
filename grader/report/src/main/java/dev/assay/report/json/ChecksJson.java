package dev.assay.report.json;

import dev.assay.report.CheckedAnswer;
import java.util.List;

/** What was checked, as one JSON document. */
record ChecksJson(int schemaVersion, List<CheckedAnswer> results) {
  /** The version of the structure that {@code reports/check.schema.json} describes. */
  static final int VERSION = 2;
}
