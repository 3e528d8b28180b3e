package dev.assay.cli.grade;

import dev.assay.batch.BatchOutcome;
import dev.assay.batch.results.RunReading;
import dev.assay.cli.terminal.Failures;
import dev.assay.cli.terminal.Screen;
import dev.assay.cli.terminal.Streams;
import dev.assay.cli.terminal.Terminal;
import dev.assay.commons.text.Paragraph;
import dev.assay.findings.Catalogue;
import dev.assay.findings.TerminalCode;
import dev.assay.pages.run.RunPages;
import dev.assay.report.GradeReport;
import dev.assay.report.Verdict;
import dev.assay.report.json.JsonReports;
import dev.assay.report.text.SummaryTable;
import dev.assay.run.grading.Version;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options for what a batch prints and its exit code. */
public final class OutputOptions {
  @Option(names = "--json", description = "Print the results as JSON on standard output.")
  private boolean json;

  @Option(
      names = "--quiet",
      description = "Print only the summary and errors; with --json only the JSON and errors.")
  private boolean quiet;

  @Option(
      names = "--exit-zero",
      description =
          "Exit with 0 if all answers were graded, whatever their verdicts. A grader error still exits with 3.")
  private boolean exitZero;

  private boolean part;

  /**
   * Creates the view of a batch.
   *
   * @param reading of the folder where its results are
   * @param jobs how many answers are graded at a time
   * @param many whether there are several submissions, whose pages share their assets
   */
  public BatchView view(Streams streams, RunReading reading, int jobs, boolean many) {
    Path folder = reading.folder();
    Screen screen = new Screen(json ? streams.err() : streams.out(), Terminal.of(json));
    RunPages pages = RunPages.of(folder, many, streams.texts(), Version.ASSAY);
    PageWriter writer = new PageWriter(pages, reading, streams.texts());
    return new BatchView(screen, streams.texts(), folder, jobs > 1, quiet, writer);
  }

  /** Creates the view of a batch whose pages another command writes. */
  BatchView viewWithoutPages(Streams streams, Path folder, int jobs) {
    Screen screen = new Screen(json ? streams.err() : streams.out(), Terminal.of(json));
    return new BatchView(screen, streams.texts(), folder, jobs > 1, quiet, null);
  }

  /** The options for one of several runs that are printed together: its own summary is not. */
  public OutputOptions part() {
    OutputOptions options = new OutputOptions();
    options.part = true;
    options.quiet = true;
    options.exitZero = exitZero;
    return options;
  }

  /** Returns whether standard output is for JSON alone. */
  public boolean isJson() {
    return json;
  }

  /** The streams, with that of errors in both places where standard output is for JSON alone. */
  public Streams forPeople(Streams streams) {
    return json ? new Streams(streams.err(), streams.err(), streams.language()) : streams;
  }

  /**
   * Prints the results of the batch and returns the exit code.
   *
   * @throws IOException when standard output cannot be written
   */
  public int report(BatchOutcome outcome, Streams streams, BatchView view) throws IOException {
    List<GradeReport> reports = outcome.reports();
    if (json) {
      // One after the other: all together they are large.
      JsonReports.write(
          () -> reports.stream().map(view::whole).iterator(),
          outcome.entries(),
          streams.texts(),
          new OutputStreamWriter(streams.out(), StandardCharsets.UTF_8));
    }
    List<GradeReport> errors =
        reports.stream().filter(report -> report.verdict() == Verdict.GRADER_ERROR).toList();
    if (quiet) {
      errors.forEach(error -> streams.err().println(Screen.harmless(line(error, streams.texts()))));
    }
    if (!reports.isEmpty()) {
      view.finish();
    }
    if (!part && (!quiet || !json)) {
      view.summary(
          SummaryTable.render(reports, outcome.elapsed(), view.room(), streams.texts()),
          notes(outcome, view.room(), streams.texts()));
    }
    if (!errors.isEmpty()) {
      return Failures.GRADER_ERROR;
    }
    boolean passed = reports.stream().allMatch(report -> report.verdict() == Verdict.PASSED);
    return passed || exitZero ? 0 : Failures.SOME_FAILED;
  }

  /** Returns what is said below the table: of equal answers, and of all that was handed in. */
  private static List<String> notes(BatchOutcome outcome, int room, Catalogue texts) {
    List<String> lines = new ArrayList<>();
    long equal =
        outcome.reports().stream()
            .filter(report -> report.circumstances().fromEqualAnswer())
            .count();
    if (equal > 0) {
      String said = texts.say(TerminalCode.EQUAL_ANSWERS, "count", equal);
      lines.addAll(Paragraph.wrap("", 2, said, room));
    }
    lines.addAll(EntrySummary.lines(outcome.entries(), room, texts));
    return lines;
  }

  /** Returns the part of an error that the summary omits. */
  private static String line(GradeReport error, Catalogue texts) {
    return "assay: %s / %s: %s"
        .formatted(error.submission().id(), error.problem(), error.judgement().message(texts));
  }
}
