package dev.assay.cli.export;

import dev.assay.cli.terminal.NearName;
import dev.assay.findings.ExportCode;
import dev.assay.report.export.ExportException;
import dev.assay.report.export.ReportWriter;
import dev.assay.report.export.ReportWriters;
import java.util.Locale;

/** The formats as the command line names them. */
final class Formats {
  private Formats() {}

  /**
   * Returns the writer of a format.
   *
   * @param option where it was named, for the message
   * @throws ExportException if there is no such format
   */
  static ReportWriter of(String option, String format) throws ExportException {
    ReportWriters writers = ReportWriters.load();
    ReportWriter writer = writers.of(format).orElse(null);
    if (writer == null) {
      String near = NearName.of(format.toLowerCase(Locale.ROOT), writers.formats()).orElse("");
      throw ExportException.of(
          ExportCode.EXPORT_FORMAT_UNKNOWN,
          "option",
          option,
          "format",
          format,
          "near",
          !near.isEmpty(),
          "name",
          near,
          "formats",
          writers.formats());
    }
    return writer;
  }
}
