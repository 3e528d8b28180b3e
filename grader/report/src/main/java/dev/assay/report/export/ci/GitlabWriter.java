package dev.assay.report.export.ci;

import dev.assay.report.export.Export;
import dev.assay.report.export.ExportRequest;
import dev.assay.report.export.ReportWriter;

/**
 * The format {@code gitlab}: JUnit's report as GitLab reads it, whose cases name the source file.
 */
public final class GitlabWriter implements ReportWriter {
  @Override
  public String format() {
    return "gitlab";
  }

  @Override
  public Shape shape() {
    return Shape.FILE;
  }

  @Override
  public String fileName() {
    return "gitlab-junit.xml";
  }

  @Override
  public Export write(ExportRequest request) {
    return Export.of(fileName(), JunitXml.of(request, true));
  }
}
