package dev.assay.pages;

import dev.assay.findings.Catalogue;
import dev.assay.findings.FaultCode;
import dev.assay.findings.NoteCode;
import dev.assay.findings.Sentence;
import dev.assay.pages.classroom.SharedChoices;
import dev.assay.pages.run.RunContents;
import dev.assay.pages.run.RunPages;
import dev.assay.report.Entries;
import dev.assay.report.GradeReport;
import dev.assay.report.SentenceLine;
import dev.assay.report.Verdict;
import dev.assay.report.gradebook.GradeState;
import dev.assay.report.gradebook.Gradebook;
import dev.assay.report.gradebook.GradebookRow;
import dev.assay.report.gradebook.GradedProblem;
import dev.assay.report.gradebook.PointsOverride;
import dev.assay.report.gradebook.ProblemGrade;
import dev.assay.report.gradebook.Student;
import dev.assay.report.json.JsonReports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A class whose students are named, graded and pictured. */
public final class SampleClass {
  private static final Instant DUE = Instant.parse("2026-05-04T10:00:00Z");
  private static final List<GradedProblem> PROBLEMS =
      List.of(new GradedProblem("mnist", 5, 1), new GradedProblem("basic-regression", 5, 1));

  private final List<GradeReport> reports = new ArrayList<>();
  private final List<GradebookRow> rows = new ArrayList<>();
  private final List<Entries.Entry> entries = new ArrayList<>();

  /** A few students, one of every kind. */
  public static RunContents small() {
    SampleClass sample = new SampleClass();
    sample.add("anna", "Anna Müller", SampleAnswers.digits("anna", 390, 40), null, 0);
    sample.add("ben", "Ben", SampleAnswers.digits("ben", 320, 200), null, 1);
    sample.add(
        "hostile",
        SampleAnswers.HOSTILE,
        SampleAnswers.stopped(
            "hostile", Verdict.COMPILE_ERROR, "It does not compile:\n" + SampleAnswers.HOSTILE),
        new PointsOverride(3, SampleAnswers.HOSTILE, "Dr. Kim", DUE),
        0);
    sample.add("minjun", "김민준", SampleAnswers.digits("minjun", 340, 12), null, 0);
    sample.add(
        "erik",
        "Erik",
        SampleAnswers.stopped("erik", Verdict.GRADER_ERROR, "The disk was full."),
        null,
        0);
    sample.rows.add(
        new GradebookRow(
            new Student("jana", "Jana Novák", null, null, null, null, null, "B"),
            List.of(),
            List.of(
                ProblemGrade.without(GradeState.MISSING),
                ProblemGrade.without(GradeState.EXCUSED))));
    sample.twice();
    sample.entries.add(
        new Entries.Entry(
            "list.txt", null, SentenceLine.of(Sentence.of(NoteCode.LEFT_OUT_OTHER_PATH))));
    return sample.contents(
        List.of(Sentence.of(FaultCode.OTHER_FAILURE, "reason", "Row 3 has no id.")));
  }

  /** So many students whose answers all have everything that a page can show. */
  public static RunContents large(int students) {
    SampleClass sample = new SampleClass();
    for (int i = 0; i < students; i++) {
      String id = String.format(Locale.ROOT, "student%03d", i);
      sample.add(id, "Student " + i, SampleAnswers.digits(id, 300 + i % 100, 100), null, 0);
    }
    return sample.contents(List.of());
  }

  private void add(
      String id,
      String name,
      GradeReport report,
      @Nullable PointsOverride override,
      double latePoints) {
    reports.add(report);
    entries.add(new Entries.Entry(id + ".zip", id, null, DUE));
    GradeState state =
        report.verdict() == Verdict.GRADER_ERROR ? GradeState.PENDING : GradeState.GRADED;
    rows.add(
        new GradebookRow(
            new Student(id, name, null, null, null, null, null, "A"),
            List.of(id),
            List.of(
                new ProblemGrade(
                    state, report, DUE, report.judgement().points(), latePoints, override),
                ProblemGrade.without(GradeState.MISSING))));
  }

  /** A student who handed in twice, and answers the other problem. */
  private void twice() {
    GradeReport first = SampleAnswers.numbers("zoe-1");
    GradeReport second = SampleAnswers.numbers("zoe-2");
    reports.addAll(List.of(first, second));
    entries.add(new Entries.Entry("zoe-1.zip", "zoe-1", null, DUE));
    entries.add(new Entries.Entry("zoe-2.zip", "zoe-2", null, null));
    rows.add(
        new GradebookRow(
            Student.unknown("zoe"),
            List.of("zoe-1", "zoe-2"),
            List.of(
                ProblemGrade.without(GradeState.MISSING),
                new ProblemGrade(GradeState.GRADED, second, null, 4, 0, null))));
  }

  private RunContents contents(List<Sentence> notes) {
    Gradebook book = new Gradebook("Deep learning " + SampleAnswers.HOSTILE, PROBLEMS, 50, rows);
    return new RunContents(reports, book, book, Entries.of(entries), notes, similar());
  }

  private static SharedChoices similar() {
    Sentence evidence =
        Sentence.of(
            NoteCode.SIMILAR_FILE, "first", "A.java", "second", SampleAnswers.HOSTILE + ".java");
    Sentence models = Sentence.of(NoteCode.EQUAL_MODELS, "problem", "mnist");
    return new SharedChoices(
        List.of(new SharedChoices.Pair("anna", "ben", 14, List.of(evidence))),
        List.of(new SharedChoices.Group(models, List.of("anna", "ben", "minjun"))));
  }

  /** Writes all pages into a folder; returns the page of the class. */
  public static Path write(RunContents contents, Path folder, Catalogue texts) throws IOException {
    Path mistakes = Files.createDirectories(folder).resolve("mistakes");
    Path values = folder.resolve("values");
    JsonReports.write(SampleAnswers.mistakes(), mistakes);
    JsonReports.write(SampleAnswers.values(), values);
    for (GradeReport report : contents.reports()) {
      Path own = folder.resolve(report.submission().id()).resolve(report.problem());
      Files.createDirectories(own);
      if (report.scores() != null) {
        boolean classes = report.scores().classification() != null;
        Files.copy(classes ? mistakes : values, own.resolve("examples.json"));
      }
      if (report.verdict() == Verdict.COMPILE_ERROR) {
        Files.writeString(own.resolve("build.log"), SampleAnswers.HOSTILE.repeat(100));
      }
    }
    return RunPages.of(folder, contents.isClass(), texts, "0.1.0").writeAll(contents);
  }
}
