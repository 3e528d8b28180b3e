package dev.assay.report.gradebook;

import dev.assay.report.checks.Components;
import java.util.List;
import java.util.Locale;

/**
 * The grades of a class, from which every export, page and table is written, so that none disagrees
 * with another.
 *
 * @param title the class's name
 * @param problems its columns
 * @param passMark the total in per cent from which a student has passed, in [0, 100]
 * @param rows a student each, in the order in which they are shown
 */
public record Gradebook(
    String title, List<GradedProblem> problems, double passMark, List<GradebookRow> rows) {
  /** What adding shares up may lose, in per cent: no student fails by it. */
  private static final double ROUNDING = 1e-9;

  /**
   * Checks and copies the components.
   *
   * @throws IllegalArgumentException if a row has another number of grades than there are problems,
   *     or the pass mark is out of range
   */
  public Gradebook {
    Components.text("title", title);
    problems = Components.list("problems", problems);
    rows = Components.list("rows", rows);
    if (!(passMark >= 0 && passMark <= 100)) {
      throw new IllegalArgumentException("passMark must be in [0, 100]. Received: " + passMark);
    }
    for (GradebookRow row : rows) {
      if (row.grades().size() != problems.size()) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "%s must have a grade for each of %d problems. Received: %d",
                row.student().id(),
                problems.size(),
                row.grades().size()));
      }
    }
  }

  /**
   * A student's total: the weighted mean of the share of points, over the problems that count.
   *
   * @return per cent, usually in [0, 100]; 0 where no problem counts
   */
  public double total(GradebookRow row) {
    double points = 0;
    double weights = 0;
    for (int p = 0; p < problems.size(); p++) {
      ProblemGrade grade = row.grades().get(p);
      if (grade.state() == GradeState.GRADED || grade.state() == GradeState.MISSING) {
        GradedProblem problem = problems.get(p);
        points += problem.weight() * grade.points() / problem.maxPoints();
        weights += problem.weight();
      }
    }
    return weights == 0 ? 0 : 100 * points / weights;
  }

  /** Whether the total is final: no problem of the student waits for its grade. */
  public boolean isComplete(GradebookRow row) {
    return row.grades().stream().noneMatch(grade -> grade.state() == GradeState.PENDING);
  }

  /** Whether the total reaches the pass mark and is final. */
  public boolean passed(GradebookRow row) {
    return isComplete(row) && total(row) >= passMark - ROUNDING;
  }
}
