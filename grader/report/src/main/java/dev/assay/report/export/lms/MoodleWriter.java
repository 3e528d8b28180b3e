package dev.assay.report.export.lms;

import dev.assay.findings.ExportCode;
import dev.assay.report.export.Export;
import dev.assay.report.export.ExportException;
import dev.assay.report.export.ExportRequest;
import dev.assay.report.export.ReportWriter;

/**
 * The format {@code moodle}: fills in the offline grading worksheet of an assignment, or without
 * one makes a file for the import of the gradebook.
 */
public final class MoodleWriter implements ReportWriter {
  @Override
  public String format() {
    return "moodle";
  }

  @Override
  public Shape shape() {
    return Shape.FILE;
  }

  @Override
  public Merging merging() {
    return Merging.POSSIBLE;
  }

  @Override
  public String fileName() {
    return "moodle.csv";
  }

  @Override
  public Export write(ExportRequest request) throws ExportException {
    if (request.into() == null) {
      return MoodleGradebook.write(request, fileName());
    }
    if (request.grades().problems().size() != 1) {
      throw ExportException.of(ExportCode.EXPORT_ONE_PROBLEM, "format", format());
    }
    return Merge.of(new MoodleWorksheet(format(), request.wantedColumn()), request, fileName());
  }
}
