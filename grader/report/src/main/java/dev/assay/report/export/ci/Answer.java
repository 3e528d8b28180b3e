package dev.assay.report.export.ci;

import dev.assay.report.GradeReport;
import dev.assay.report.Verdict;
import dev.assay.report.gradebook.Gradebook;
import dev.assay.report.gradebook.GradebookRow;
import dev.assay.report.gradebook.GradedProblem;
import dev.assay.report.gradebook.ProblemGrade;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A student's grade for a problem.
 *
 * @param row whose
 * @param problem for what
 * @param grade the grade
 */
record Answer(GradebookRow row, GradedProblem problem, ProblemGrade grade) {
  /** Returns the answers with a result or a person's points, the most severe verdicts first. */
  static List<Answer> worstFirst(Gradebook grades) {
    List<Answer> answers = new ArrayList<>();
    for (GradebookRow row : grades.rows()) {
      for (int p = 0; p < grades.problems().size(); p++) {
        ProblemGrade grade = row.grades().get(p);
        if (grade.report() != null || grade.override() != null) {
          answers.add(new Answer(row, grades.problems().get(p), grade));
        }
      }
    }
    answers.sort(Comparator.comparing(Answer::severity).reversed());
    return answers;
  }

  /** The verdict, which are in the order of their severity; points without a result are fine. */
  private Verdict severity() {
    GradeReport report = grade.report();
    return report == null ? Verdict.PASSED : report.verdict();
  }
}
