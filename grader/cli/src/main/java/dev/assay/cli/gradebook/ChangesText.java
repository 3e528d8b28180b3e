package dev.assay.cli.gradebook;

import dev.assay.batch.scoring.ScoringPlan;
import dev.assay.commons.text.Paragraph;
import dev.assay.findings.Catalogue;
import dev.assay.findings.TerminalCode;
import dev.assay.report.GradeReport;
import dev.assay.report.gradebook.ProblemGrade;
import dev.assay.report.gradebook.Student;
import dev.assay.report.gradebook.changes.GradebookChanges;
import dev.assay.report.gradebook.changes.ProblemChange;
import dev.assay.report.gradebook.changes.StudentChange;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What scoring again changes for whom, for people.
 *
 * @param texts the language
 * @param columns the width of a line
 */
record ChangesText(Catalogue texts, int columns) {
  /** A paragraph for each student whose grades change, then the numbers of results and students. */
  List<String> lines(ScoringPlan plan) {
    List<StudentChange> changes = GradebookChanges.between(plan.before(), plan.after().gradebook());
    List<String> lines = new ArrayList<>();
    changes.forEach(change -> lines.addAll(Paragraph.wrap("", 2, line(change), columns)));
    lines.add(
        texts.say(
            TerminalCode.SCORE_SUMMARY,
            "results",
            plan.changes().size(),
            "students",
            changes.size()));
    return lines;
  }

  private String line(StudentChange change) {
    Student student = change.student();
    String name = student.name();
    String passing =
        change.passedBefore() == change.passedAfter()
            ? "SAME"
            : change.passedAfter() ? "GAINED" : "LOST";
    return texts.say(
        TerminalCode.SCORE_TOTAL,
        "student",
        name.equals(student.id()) ? name : name + " (" + student.id() + ")",
        "changes",
        change.problems().stream().map(this::problem).collect(Collectors.joining(", ")),
        "before",
        change.totalBefore(),
        "after",
        change.totalAfter(),
        "passing",
        passing);
  }

  private String problem(ProblemChange change) {
    return texts.say(
        TerminalCode.SCORE_CHANGED,
        "problem",
        change.problem(),
        "before",
        grade(change.before()),
        "after",
        grade(change.after()));
  }

  private String grade(ProblemGrade grade) {
    GradeReport report = grade.report();
    return texts.say(
        TerminalCode.SCORE_STATE,
        "state",
        grade.state(),
        "points",
        grade.points(),
        "verdict",
        report == null
            ? "none"
            : texts.say(TerminalCode.VERDICT_NAME, "verdict", report.verdict()));
  }
}
