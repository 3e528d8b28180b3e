package dev.assay.findings;

/** What is said about exports of grades, and in them. */
public enum ExportCode implements TextCode {
  EXPORT_FORMAT_UNKNOWN,
  EXPORT_NEEDS_FOLDER,
  EXPORT_NEEDS_FILE,
  EXPORT_NEEDS_INTO,
  EXPORT_TAKES_NO_INTO,
  EXPORT_TAKES_NO_COLUMN,
  EXPORT_RUN_MISSING,
  EXPORT_RUN_EMPTY,
  EXPORT_PROBLEM_MISSING,
  EXPORT_WRITTEN,
  EXPORT_NOT_WRITTEN
}
