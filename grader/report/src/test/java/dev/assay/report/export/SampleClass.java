package dev.assay.report.export;

import dev.assay.findings.Sentence;
import dev.assay.findings.VerdictCode;
import dev.assay.report.GradeReport;
import dev.assay.report.Judgement;
import dev.assay.report.Reports;
import dev.assay.report.Submission;
import dev.assay.report.Verdict;
import dev.assay.report.gradebook.GradeState;
import dev.assay.report.gradebook.Gradebook;
import dev.assay.report.gradebook.GradebookRow;
import dev.assay.report.gradebook.GradedProblem;
import dev.assay.report.gradebook.PointsOverride;
import dev.assay.report.gradebook.ProblemGrade;
import dev.assay.report.gradebook.Student;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A class whose students have hostile names and grades in every state. */
public final class SampleClass {
  /** Names that mean something to a spreadsheet, a web page, XML, a build server or a terminal. */
  public static final List<String> NAMES =
      List.of(
          "=1+1",
          "+cmd|' /C calc'!A0",
          "-2+3",
          "@SUM(A1:A9)",
          "Bob \"the builder\" O'Brien",
          "Kim, Min-jun",
          "Müller; Jörg",
          "김철수",
          "<script>alert(1)</script>",
          "::error::pwned",
          "a]]>b",
          "two\nlines",
          "bell\u0007and\u0000null",
          "evil\u202Egnp.exe",
          "pipe|`tick`*star*_line_",
          "\ttab\tbed",
          "&amp;%0A%,:=",
          "😀 Łukasz ﾊﾝｶｸ",
          "\uFF1D1+1",
          "##vso[task.complete]");

  public static final List<GradedProblem> PROBLEMS =
      List.of(
          new GradedProblem("iris", 5, 1),
          new GradedProblem("mnist", 5, 2),
          new GradedProblem("basic-regression", 10, 1));

  private static final PointsOverride OVERRIDE =
      new PointsOverride(
          4.25, "=HYPERLINK(\"x\")\n::warning::see the plot", "Prof. 김", Instant.EPOCH);

  private SampleClass() {}

  /** The class with this many students, s001 to the last. */
  public static Gradebook of(int students) {
    List<GradebookRow> rows = new ArrayList<>();
    for (int i = 0; i < students; i++) {
      Student student = student(i);
      String submission = submission(i);
      List<ProblemGrade> grades = new ArrayList<>();
      for (int p = 0; p < PROBLEMS.size(); p++) {
        grades.add(grade(7 * i + 3 * p, PROBLEMS.get(p), submission));
      }
      rows.add(new GradebookRow(student, List.of(submission), grades));
    }
    return new Gradebook("Class <b>10</b> | =A1 \"가\"", PROBLEMS, 60, rows);
  }

  /** One student with these grades for the first problems. */
  public static Gradebook one(ProblemGrade... grades) {
    Student student = student(7);
    return new Gradebook(
        "one",
        PROBLEMS.subList(0, grades.length),
        60,
        List.of(new GradebookRow(student, List.of("s008"), List.of(grades))));
  }

  /** A student, of whom a roster tells everything. */
  public static Student student(int i) {
    String name = NAMES.get(i % NAMES.size()) + (i < NAMES.size() ? "" : " " + i);
    return new Student(
        id(i), name, "First" + i, name, id(i) + "@example.org", "login" + i, "9" + id(i), "A; B");
  }

  public static String id(int i) {
    return String.format(java.util.Locale.ROOT, "s%03d", i + 1);
  }

  /** The name of a submission in a download, with a number that the platform gave. */
  static String submission(int i) {
    return "Someone_" + (5000 + i);
  }

  private static ProblemGrade grade(int kind, GradedProblem problem, String submission) {
    return switch (kind % 8) {
      case 0 -> ProblemGrade.without(GradeState.MISSING);
      case 1 -> ProblemGrade.without(GradeState.PENDING);
      case 2 -> ProblemGrade.without(GradeState.EXCUSED);
      case 3 -> late(problem, submission);
      case 4 -> overridden(problem, submission);
      case 5 -> pendingError(submission);
      default -> graded(problem.id(), submission, kind % 6);
    };
  }

  /** A grade with this many of five points. */
  public static ProblemGrade graded(String problem, String submission, int points) {
    return new ProblemGrade(
        GradeState.GRADED, report(problem, submission, points), null, points, 0, null);
  }

  public static ProblemGrade late(GradedProblem problem, String submission) {
    return new ProblemGrade(
        GradeState.GRADED,
        report(problem.id(), submission, 4),
        Instant.parse("2026-11-30T09:30:15.5Z"),
        4,
        1.0 / 3,
        null);
  }

  public static ProblemGrade overridden(GradedProblem problem, String submission) {
    return new ProblemGrade(
        GradeState.GRADED, report(problem.id(), submission, 2), null, 2, 0, OVERRIDE);
  }

  public static ProblemGrade pendingError(String submission) {
    return new ProblemGrade(
        GradeState.PENDING, Reports.named(submission, Reports.graderError()), null, 0, 0, null);
  }

  /** A result with this many of five points, which passes from three on. */
  public static GradeReport report(String problem, String submission, int points) {
    GradeReport sample = Reports.classification();
    return new GradeReport(
        new Submission(submission, "d1"),
        problem,
        sample.dataset(),
        new Judgement(
            points >= 3 ? Verdict.PASSED : Verdict.FAILED,
            Reports.said("The <b>score</b> ]]> is\n::error::what | it `is`, 100%."),
            points,
            5,
            List.of(Reports.OVERFITTING)),
        sample.scores(),
        sample.stages(),
        sample.circumstances());
  }

  /** A result whose sources do not compile, at a line of a file. */
  public static GradeReport compileError(String origin) {
    return compileError(origin, 1, "cannot find symbol ::stop-commands::x");
  }

  /** A result whose sources do not compile at so many lines, from 12 on. */
  public static GradeReport compileError(String origin, int lines, String text) {
    GradeReport sample = Reports.compileError();
    List<Sentence> errors = new ArrayList<>();
    for (int line = 12; line < 12 + lines; line++) {
      errors.add(
          Sentence.of(
              VerdictCode.COMPILER_ERROR,
              "placed",
              true,
              "file",
              "src/Iris, Answer.java",
              "line",
              line,
              "text",
              text,
              "excerpt",
              ""));
    }
    return new GradeReport(
        new Submission("ann", origin, "d1", List.of()),
        sample.problem(),
        null,
        new Judgement(
            Verdict.COMPILE_ERROR,
            List.of(Sentence.of(VerdictCode.COMPILER_OUTPUT, "lines", errors)),
            0,
            5,
            List.of()),
        null,
        sample.stages(),
        sample.circumstances());
  }
}
