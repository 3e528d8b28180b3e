package dev.assay.pages.run;

import dev.assay.findings.FaultCode;
import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import dev.assay.report.Entries;
import dev.assay.report.GradeReport;
import dev.assay.report.gradebook.GradeState;
import dev.assay.report.gradebook.Gradebook;
import dev.assay.report.gradebook.GradebookRow;
import dev.assay.report.gradebook.GradedProblem;
import dev.assay.report.gradebook.ProblemGrade;
import dev.assay.report.gradebook.Student;
import dev.assay.report.json.JsonReports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a run left in its folder.
 *
 * @param reports a result for each answer, in the order of the folders
 * @param entries what became of all that was handed in; empty where that was not written
 */
public record RunResults(List<GradeReport> reports, Entries entries) {
  /** Nothing at all. */
  public static final RunResults NOTHING = new RunResults(List.of(), Entries.of(List.of()));

  /** The file of a result. */
  public static final String RESULT = "result.json";

  private static final String ENTRIES = "entries.json";

  /** A result is in the folder of the problem, in that of the submission, in that of the run. */
  private static final int DEPTH = 3;

  private static final double PASS_MARK = 50;

  /** Copies the components. */
  public RunResults {
    reports = List.copyOf(reports);
  }

  /**
   * Reads a run's folder.
   *
   * @throws IOException if a file in it cannot be read; the message names the file
   */
  public static RunResults read(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> below = Files.walk(folder, DEPTH)) {
      files = below.filter(file -> file.endsWith(RESULT)).sorted().toList();
    }
    List<GradeReport> reports = new ArrayList<>();
    for (Path file : files) {
      GradeReport report = JsonReports.read(file);
      requirePlace(report, folder, file);
      reports.add(report);
    }
    Path entries = folder.resolve(ENTRIES);
    return new RunResults(
        reports, Files.exists(entries) ? JsonReports.readEntries(entries) : Entries.of(List.of()));
  }

  /** Its page is written there: no name in a file may lead elsewhere. */
  private static void requirePlace(GradeReport report, Path folder, Path file)
      throws SentenceException {
    Path place = folder.relativize(file);
    String own = report.submission().id() + "/" + report.problem() + "/" + RESULT;
    if (!String.join("/", names(place)).equals(own)) {
      throw new SentenceException(
          Sentence.of(FaultCode.RESULT_OF_OTHER_FOLDER, "file", file.toString(), "own", own));
    }
  }

  private static List<String> names(Path path) {
    List<String> names = new ArrayList<>();
    path.forEach(name -> names.add(name.toString()));
    return names;
  }

  /** Tells whether there are several submissions. */
  public boolean isClass() {
    return reports.stream().map(report -> report.submission().id()).distinct().count() > 1;
  }

  /**
   * Returns the grades without a roster: a row for each submission, all problems of equal weight.
   *
   * @param title the class's name
   */
  public Gradebook gradebook(String title) {
    Map<String, Integer> problems = new TreeMap<>();
    Map<String, Map<String, GradeReport>> bySubmission = new LinkedHashMap<>();
    for (GradeReport report : reports) {
      if (!report.problem().equals(GradeReport.NO_PROBLEM)) {
        problems.merge(report.problem(), report.judgement().maxPoints(), Math::max);
      }
      bySubmission
          .computeIfAbsent(report.submission().id(), id -> new LinkedHashMap<>())
          .put(report.problem(), report);
    }
    List<GradedProblem> columns =
        problems.entrySet().stream()
            .map(entry -> new GradedProblem(entry.getKey(), entry.getValue(), 1))
            .toList();
    List<GradebookRow> rows = new ArrayList<>();
    bySubmission.forEach(
        (id, own) ->
            rows.add(
                new GradebookRow(
                    Student.unknown(id),
                    List.of(id),
                    columns.stream().map(column -> grade(own, column.id())).toList())));
    return new Gradebook(title, columns, PASS_MARK, rows);
  }

  private static ProblemGrade grade(Map<String, GradeReport> own, String problem) {
    GradeReport report = own.getOrDefault(problem, own.get(GradeReport.NO_PROBLEM));
    if (report == null) {
      return ProblemGrade.without(GradeState.MISSING);
    }
    GradeState state =
        report.verdict().countsAgainstCandidate() ? GradeState.GRADED : GradeState.PENDING;
    return new ProblemGrade(state, report, null, report.judgement().points(), 0, null);
  }
}
