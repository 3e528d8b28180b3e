package dev.assay.cli.export;

import dev.assay.batch.results.RunGrades;
import dev.assay.cli.terminal.ShownPaths;
import dev.assay.cli.terminal.Streams;
import dev.assay.cli.terminal.WrongCommand;
import dev.assay.findings.ExportCode;
import dev.assay.findings.SentenceException;
import dev.assay.report.export.Columns;
import dev.assay.report.export.DownloadedFile;
import dev.assay.report.export.ExportException;
import dev.assay.report.export.ExportRequest;
import dev.assay.report.export.ReportWriter;
import dev.assay.report.export.ReportWriter.Merging;
import dev.assay.report.export.Surroundings;
import dev.assay.report.gradebook.Gradebook;
import dev.assay.report.gradebook.GradedProblem;
import dev.assay.report.gradebook.building.ClassGrades;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code assay export}. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Exports the grades of a run to a file that another tool reads.")
public final class ExportCommand implements Callable<Integer> {
  private final Streams streams;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Parameters(paramLabel = "RUN", description = "The folder of a run, such as reports/<run>.")
  @SuppressWarnings("NullAway.Init")
  private Path run;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      required = true,
      description = {
        "The file's format: csv, csv-long, markdown (tables); canvas, moodle, blackboard, brightspace (gradebooks); gradescope, classroom50, codegrade, prairielearn (autograders); junit, github, gitlab (CI); jplag (sources to compare).",
        "grader/docs/exports.md describes each.",
      })
  @SuppressWarnings("NullAway.Init")
  private String format;

  @Option(
      names = "--into",
      paramLabel = "FILE",
      description =
          "The file downloaded from the learning platform. Points are filled in; everything else stays the same, byte for byte.")
  private @Nullable Path into;

  @Option(
      names = "--column",
      paramLabel = "HEADER",
      description =
          "The header of the column to fill in. Default: the column that is named after the problem.")
  private @Nullable String column;

  @Option(
      names = "--problem",
      paramLabel = "ID",
      description = "Export only this problem; may be repeated. Default: all problems.")
  private List<String> problems = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "PATH",
      description =
          "The file to write, or the folder if there are several. Default: standard output for a single file.")
  private @Nullable Path out;

  ExportCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    try {
      ReportWriter writer = Formats.of("--format", format);
      checkInto(writer);
      Gradebook grades = grades();
      ExportRequest request =
          new ExportRequest(
              grades,
              downloaded(),
              column,
              new HandedInSources(),
              new Surroundings(System.getenv(), Instant.now()),
              streams.texts());
      files().write(writer, writer.write(request), grades.rows().size(), out, "--out");
      return 0;
    } catch (SentenceException e) {
      throw new WrongCommand(spec.commandLine(), e.sentence());
    }
  }

  private void checkInto(ReportWriter writer) throws ExportException {
    if (into == null && writer.merging() == Merging.REQUIRED) {
      throw ExportException.of(
          ExportCode.EXPORT_NEEDS_INTO, "format", writer.format(), "grading", false);
    }
    if (into != null && writer.merging() == Merging.NEVER) {
      throw ExportException.of(ExportCode.EXPORT_TAKES_NO_INTO, "format", writer.format());
    }
    if (column != null && (into == null || problems.size() > 1)) {
      throw ExportException.of(ExportCode.EXPORT_TAKES_NO_COLUMN);
    }
  }

  private @Nullable DownloadedFile downloaded() throws IOException {
    return into == null
        ? null
        : DownloadedFile.decode(ShownPaths.shown(into), Files.readAllBytes(into));
  }

  private Gradebook grades() throws IOException {
    String folder = ShownPaths.shown(run);
    if (!Files.isDirectory(run)) {
      throw ExportException.of(ExportCode.EXPORT_RUN_MISSING, "folder", folder);
    }
    ClassGrades grades = RunGrades.read(run);
    if (grades.gradebook().problems().isEmpty()) {
      throw ExportException.of(ExportCode.EXPORT_RUN_EMPTY, "folder", folder);
    }
    grades.notes().forEach(files()::complain);
    return chosen(grades.gradebook());
  }

  private ExportFiles files() {
    return new ExportFiles(streams, System.getenv());
  }

  private Gradebook chosen(Gradebook all) throws ExportException {
    if (problems.isEmpty()) {
      return all;
    }
    List<String> known = all.problems().stream().map(GradedProblem::id).toList();
    for (String problem : problems) {
      if (!known.contains(problem)) {
        throw ExportException.of(
            ExportCode.EXPORT_PROBLEM_MISSING, "problem", problem, "problems", known);
      }
    }
    return Columns.only(all, problems);
  }
}
