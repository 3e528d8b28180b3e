package dev.assay.report.export.ci;

import dev.assay.report.export.Export;
import dev.assay.report.export.ExportRequest;
import dev.assay.report.export.ReportWriter;

/** The format {@code junit}: a report that Jenkins, GitHub's actions and IDEs read. */
public final class JunitWriter implements ReportWriter {
  @Override
  public String format() {
    return "junit";
  }

  @Override
  public Shape shape() {
    return Shape.FILE;
  }

  @Override
  public String fileName() {
    return "junit.xml";
  }

  @Override
  public Export write(ExportRequest request) {
    return Export.of(fileName(), JunitXml.of(request, false));
  }
}
