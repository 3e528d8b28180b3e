package dev.assay.pages.classroom;

import dev.assay.findings.PageCode;
import dev.assay.pages.GradeNotes;
import dev.assay.pages.Hrefs;
import dev.assay.pages.PageTexts;
import dev.assay.report.GradeReport;
import dev.assay.report.gradebook.GradeState;
import dev.assay.report.gradebook.Gradebook;
import dev.assay.report.gradebook.GradebookRow;
import dev.assay.report.gradebook.ProblemGrade;
import dev.assay.report.gradebook.Student;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes the table of the students.
 *
 * @param pages the links of the answers' pages; of those with a pseudonym there is none
 */
record StudentRows(Gradebook book, Set<String> pages, PageTexts texts) {
  List<StudentRow> all() {
    return book.rows().stream().map(this::row).toList();
  }

  private StudentRow row(GradebookRow row) {
    Student student = row.student();
    String passed = !book.isComplete(row) ? "pending" : book.passed(row) ? "true" : "false";
    return new StudentRow(
        student.name(),
        student.id().equals(student.name()) ? null : student.id(),
        student.section(),
        handedInNothing(row),
        row.grades().stream().map(this::cell).toList(),
        book.total(row),
        texts.say(PageCode.PAGE_PASSED_COURSE, "passed", passed),
        switch (passed) {
          case "true" -> "passed";
          case "false" -> "failed";
          default -> "pending";
        },
        handedInNothing(row) ? StudentRow.NOTHING : verdicts(row));
  }

  private static boolean handedInNothing(GradebookRow row) {
    return row.submissions().isEmpty();
  }

  private static String verdicts(GradebookRow row) {
    return row.grades().stream()
        .map(ProblemGrade::report)
        .filter(Objects::nonNull)
        .map(report -> report.verdict().name())
        .distinct()
        .collect(Collectors.joining(" "));
  }

  static String href(GradeReport report) {
    return Hrefs.of(report.submission().id(), report.problem(), "index.html");
  }

  private StudentRow.Cell cell(ProblemGrade grade) {
    GradeReport report = grade.report();
    String text =
        grade.state() == GradeState.GRADED
            ? texts.points(grade.points())
            : texts.say(PageCode.PAGE_STATE, "state", grade.state().name());
    return new StudentRow.Cell(
        grade.points(),
        text,
        report == null ? null : texts.verdict(report.verdict()),
        report == null ? null : report.verdict().name().toLowerCase(Locale.ROOT),
        report == null || !pages.contains(href(report)) ? null : href(report),
        grade.state() == GradeState.MISSING,
        GradeNotes.of(grade, texts));
  }
}
