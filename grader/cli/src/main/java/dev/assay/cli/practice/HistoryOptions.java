package dev.assay.cli.practice;

import dev.assay.batch.BatchFolder;
import dev.assay.batch.Selection;
import dev.assay.batch.scoring.HiddenExamples;
import dev.assay.cli.terminal.Screen;
import dev.assay.cli.terminal.Streams;
import dev.assay.exam.practice.HiddenLosses;
import dev.assay.exam.practice.PracticeAttempt;
import dev.assay.exam.practice.PracticeLog;
import dev.assay.findings.SentenceException;
import dev.assay.findings.TerminalCode;
import dev.assay.problems.Problem;
import dev.assay.problems.Problems;
import dev.assay.report.GradeReport;
import dev.assay.report.Verdict;
import dev.assay.report.json.JsonReports;
import dev.assay.run.grading.GradingFiles;
import dev.assay.run.processes.Installation;
import dev.assay.run.rescoring.HiddenRows;
import dev.assay.run.rescoring.KeptModel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that keeps a grading of one's own answer out of the attempts. */
public final class HistoryOptions {
  @Option(
      names = "--no-history",
      description =
          "Do not keep this grading as an attempt (see `assay history`). Classes, reference answers and gradings on a build server (CI set) never are.")
  private boolean off;

  /** Returns whether paths name answers of one's own, and not the reference answers. */
  public static boolean areOwn(List<Path> paths) {
    Path reference = Installation.current().referenceAnswers().toAbsolutePath().normalize();
    return !paths.isEmpty()
        && paths.stream()
            .noneMatch(path -> path.toAbsolutePath().normalize().startsWith(reference));
  }

  /**
   * Keeps the gradings of one submission as attempts. What cannot be kept is said and fails
   * nothing.
   *
   * @param reports of the gradings, all of the same submission
   * @param selection what was graded
   */
  public void keep(
      List<GradeReport> reports, Selection selection, BatchFolder folder, Streams streams)
      throws InterruptedException {
    if (off || System.getenv("CI") != null) {
      return;
    }
    PracticeLog log = PracticeLog.current();
    for (GradeReport report : reports) {
      boolean counts =
          report.verdict() != Verdict.GRADER_ERROR
              && !report.problem().equals(GradeReport.NO_PROBLEM);
      try {
        if (counts) {
          log.add(attempt(report, selection, folder, log));
        }
      } catch (IOException e) {
        String reason = SentenceException.of(e).text(streams.texts());
        String line = streams.texts().say(TerminalCode.HISTORY_NOT_KEPT, "reason", reason);
        streams.err().println(Screen.harmless("assay: " + line));
      }
    }
  }

  private static PracticeAttempt attempt(
      GradeReport report, Selection selection, BatchFolder folder, PracticeLog log)
      throws IOException {
    GradingFiles files =
        new GradingFiles(folder.answer(report.submission().id(), report.problem()));
    // What a batch remembers of a result is only its outline.
    GradeReport whole = JsonReports.read(files.result());
    Map<String, String> settings = KeptModel.read(files).map(KeptModel::settings).orElse(Map.of());
    return PracticeAttempt.of(
        whole,
        settings,
        log.hintsRead(report.problem()),
        hidden(report, selection, folder),
        Instant.now());
  }

  /** What each hidden example added to the error; null of sealed ones, which are not at hand. */
  private static @Nullable HiddenLosses hidden(
      GradeReport report, Selection selection, BatchFolder folder) throws IOException {
    Problems problems = selection.assignments().problems();
    Optional<Problem> problem = problems.find(report.problem());
    if (!report.verdict().scored() || problem.isEmpty()) {
      return null;
    }
    try {
      HiddenRows rows =
          new HiddenExamples(problems, selection.assignments().store(), folder, null)
              .of(report, selection.assignment(problem.get()));
      return HiddenLosses.of(rows.features(), rows.losses());
    } catch (SentenceException e) {
      // The attempt is kept all the same; it is only compared with no other.
      return null;
    }
  }
}
