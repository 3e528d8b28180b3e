package dev.assay.report.export;

import dev.assay.report.gradebook.Gradebook;
import dev.assay.report.gradebook.GradebookRow;
import dev.assay.report.gradebook.GradedProblem;
import dev.assay.report.gradebook.ProblemGrade;
import java.util.ArrayList;
import java.util.List;

/** Chooses some of a gradebook's problems. */
public final class Columns {
  private Columns() {}

  /**
   * Returns the gradebook with some of its problems, in its own order.
   *
   * @param problems their ids; those that are no problem of the gradebook are ignored
   */
  public static Gradebook only(Gradebook grades, List<String> problems) {
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < grades.problems().size(); i++) {
      if (problems.contains(grades.problems().get(i).id())) {
        kept.add(i);
      }
    }
    List<GradedProblem> columns = kept.stream().map(grades.problems()::get).toList();
    return new Gradebook(
        grades.title(),
        columns,
        grades.passMark(),
        grades.rows().stream().map(row -> row(row, kept)).toList());
  }

  private static GradebookRow row(GradebookRow row, List<Integer> kept) {
    List<ProblemGrade> grades = kept.stream().map(row.grades()::get).toList();
    return new GradebookRow(row.student(), row.submissions(), grades);
  }
}
