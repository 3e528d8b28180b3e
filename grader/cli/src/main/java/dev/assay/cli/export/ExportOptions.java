package dev.assay.cli.export;

import dev.assay.batch.results.RunReading;
import dev.assay.cli.terminal.Streams;
import dev.assay.cli.terminal.WrongCommand;
import dev.assay.datasets.paths.RawPaths;
import dev.assay.findings.ExportCode;
import dev.assay.report.export.ExportException;
import dev.assay.report.export.ExportRequest;
import dev.assay.report.export.ReportWriter;
import dev.assay.report.export.ReportWriter.Merging;
import dev.assay.report.export.ReportWriter.Shape;
import dev.assay.report.export.Surroundings;
import dev.assay.report.gradebook.Gradebook;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The option of {@code assay grade} that exports the grades at the end. */
public final class ExportOptions {
  private static final String OPTION = "--export";

  @Option(
      names = OPTION,
      paramLabel = "FORMAT[=PATH]",
      description =
          "At the end, also write the grades in this format (see `assay export`); may be repeated. Default file: grades.csv, junit.xml or the like, in the folder for the results.")
  private List<String> exports = new ArrayList<>();

  /** An export that was asked for; without a path it goes where the format's usually do. */
  private record Asked(ReportWriter writer, @Nullable Path path) {
    static Asked of(String argument) throws ExportException {
      int equals = argument.indexOf('=');
      String format = equals < 0 ? argument : argument.substring(0, equals);
      ReportWriter writer = Formats.of(OPTION, format);
      if (writer.merging() == Merging.REQUIRED) {
        throw ExportException.of(
            ExportCode.EXPORT_NEEDS_INTO, "format", writer.format(), "grading", true);
      }
      boolean several = writer.shape() == Shape.FOLDER || writer.shape() == Shape.FILE_PER_STUDENT;
      if (equals < 0 && several) {
        throw ExportException.of(ExportCode.EXPORT_NEEDS_FILE, "format", writer.format());
      }
      return new Asked(writer, equals < 0 ? null : RawPaths.of(argument.substring(equals + 1)));
    }

    @Nullable Path place(Path folder) {
      return path == null && writer.shape() == Shape.FILE
          ? folder.resolve(writer.fileName())
          : path;
    }
  }

  /**
   * Refuses exports that would fail, before anything is graded.
   *
   * @param command the command that has the option
   */
  public void check(CommandLine command) {
    try {
      for (String argument : exports) {
        Asked.of(argument);
      }
    } catch (ExportException e) {
      throw new WrongCommand(command, e.sentence());
    }
  }

  /**
   * Writes the exports. One that fails does not keep the others from being written.
   *
   * @param reading of the folder where the results are
   * @param streams for the commands of build servers, and for people
   * @return whether all were written
   * @throws IOException if the run's folder cannot be read
   */
  public boolean write(RunReading reading, Streams streams) throws IOException {
    if (exports.isEmpty()) {
      return true;
    }
    Gradebook grades = reading.grades().gradebook();
    ExportRequest request =
        ExportRequest.of(grades, streams.texts())
            .sources(new HandedInSources())
            .surroundings(new Surroundings(System.getenv(), Instant.now()));
    ExportFiles files = new ExportFiles(streams, System.getenv());
    boolean written = true;
    for (String argument : exports) {
      try {
        Asked asked = Asked.of(argument);
        files.write(
            asked.writer(),
            asked.writer().write(request),
            grades.rows().size(),
            asked.place(reading.folder()),
            OPTION);
      } catch (ExportException e) {
        files.complain(e.sentence());
        written = false;
      }
    }
    return written;
  }
}
