package dev.assay.report.gradebook.changes;

import dev.assay.report.GradeReport;
import dev.assay.report.Verdict;
import dev.assay.report.gradebook.Gradebook;
import dev.assay.report.gradebook.GradebookRow;
import dev.assay.report.gradebook.ProblemGrade;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares two gradebooks of a class. */
public final class GradebookChanges {
  /** Totals that differ by less are the same, in per cent. */
  private static final double ROUNDING = 1e-9;

  private GradebookChanges() {}

  /**
   * Lists the students for whom points, verdict, total or passing differ.
   *
   * @return in the order of the later gradebook; a student or a problem that only one of the two
   *     has does not count as changed
   */
  public static List<StudentChange> between(Gradebook before, Gradebook after) {
    Map<String, GradebookRow> rows = new HashMap<>();
    before.rows().forEach(row -> rows.put(row.student().id(), row));
    List<StudentChange> changes = new ArrayList<>();
    for (GradebookRow row : after.rows()) {
      GradebookRow old = rows.get(row.student().id());
      if (old != null) {
        StudentChange change =
            new StudentChange(
                row.student(),
                problems(before, old, after, row),
                before.total(old),
                after.total(row),
                before.passed(old),
                after.passed(row));
        if (!isNone(change)) {
          changes.add(change);
        }
      }
    }
    return changes;
  }

  private static boolean isNone(StudentChange change) {
    return change.problems().isEmpty()
        && Math.abs(change.totalAfter() - change.totalBefore()) < ROUNDING
        && change.passedBefore() == change.passedAfter();
  }

  private static List<ProblemChange> problems(
      Gradebook before, GradebookRow old, Gradebook after, GradebookRow row) {
    Map<String, ProblemGrade> grades = new HashMap<>();
    for (int p = 0; p < before.problems().size(); p++) {
      grades.put(before.problems().get(p).id(), old.grades().get(p));
    }
    List<ProblemChange> changes = new ArrayList<>();
    for (int p = 0; p < after.problems().size(); p++) {
      String problem = after.problems().get(p).id();
      ProblemGrade was = grades.get(problem);
      ProblemGrade is = row.grades().get(p);
      if (was != null && !isSame(was, is)) {
        changes.add(new ProblemChange(problem, was, is));
      }
    }
    return changes;
  }

  private static boolean isSame(ProblemGrade was, ProblemGrade is) {
    return was.state() == is.state()
        && was.points() == is.points()
        && was.rawPoints() == is.rawPoints()
        && verdict(was.report()) == verdict(is.report());
  }

  private static @Nullable Verdict verdict(@Nullable GradeReport report) {
    return report == null ? null : report.verdict();
  }
}
