package dev.assay.cli.export;

import dev.assay.report.GradeReport;
import dev.assay.report.Verdict;
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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The gradebook of a run without a roster: each submission is a student, each problem counts. */
final class RunGradebook {
  private static final String RESULT = "result.json";

  /** A result is in the folder of the problem, in that of the submission, in that of the run. */
  private static final int DEPTH = 3;

  /** The total from which a student has passed, where no batch says otherwise. */
  private static final double PASS_MARK = 60;

  private RunGradebook() {}

  /**
   * Reads the results in a run's folder.
   *
   * @return the results, sorted by their paths; empty where there are none
   */
  static List<GradeReport> read(Path run) throws IOException {
    List<Path> files;
    try (Stream<Path> below = Files.walk(run, DEPTH)) {
      files = below.filter(file -> file.endsWith(RESULT)).sorted().toList();
    }
    List<GradeReport> reports = new ArrayList<>();
    for (Path file : files) {
      reports.add(JsonReports.read(file));
    }
    return reports;
  }

  /** Makes the gradebook of results: students and problems by their names. */
  static Gradebook of(String title, List<GradeReport> reports) {
    Map<String, GradedProblem> problems = new TreeMap<>();
    Map<String, Map<String, GradeReport>> students = new TreeMap<>();
    for (GradeReport report : reports) {
      Map<String, GradeReport> answers =
          students.computeIfAbsent(report.submission().id(), id -> new TreeMap<>());
      if (!report.problem().equals(GradeReport.NO_PROBLEM)) {
        answers.put(report.problem(), report);
        int most = report.judgement().maxPoints();
        problems.put(report.problem(), new GradedProblem(report.problem(), most, 1));
      }
    }
    List<GradebookRow> rows =
        students.entrySet().stream()
            .map(entry -> row(entry.getKey(), entry.getValue(), problems.keySet()))
            .toList();
    return new Gradebook(title, List.copyOf(problems.values()), PASS_MARK, rows);
  }

  private static GradebookRow row(
      String student, Map<String, GradeReport> answers, Iterable<String> problems) {
    List<ProblemGrade> grades = new ArrayList<>();
    problems.forEach(problem -> grades.add(grade(answers.get(problem))));
    return new GradebookRow(Student.unknown(student), List.of(student), grades);
  }

  private static ProblemGrade grade(@Nullable GradeReport report) {
    if (report == null) {
      return ProblemGrade.without(GradeState.MISSING);
    }
    boolean failed = report.verdict() == Verdict.GRADER_ERROR;
    return new ProblemGrade(
        failed ? GradeState.PENDING : GradeState.GRADED,
        report,
        null,
        report.judgement().points(),
        0,
        null);
  }
}
