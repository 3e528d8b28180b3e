package dev.assay.report.export.ci;

import dev.assay.report.export.Export;
import dev.assay.report.export.ExportRequest;
import dev.assay.report.export.ReportWriter;

/** The format {@code markdown}: a page with the table of the class and what there is to say. */
public final class MarkdownWriter implements ReportWriter {
  @Override
  public String format() {
    return "markdown";
  }

  @Override
  public Shape shape() {
    return Shape.FILE;
  }

  @Override
  public String fileName() {
    return "grades.md";
  }

  @Override
  public Export write(ExportRequest request) {
    return Export.of(fileName(), new MarkdownPage(request, Integer.MAX_VALUE).text());
  }
}
