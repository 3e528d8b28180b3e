package dev.assay.report.gradebook.building;

import dev.assay.report.gradebook.GradeState;
import dev.assay.report.gradebook.ProblemGrade;
import dev.assay.report.gradebook.policy.AttemptRule;
import java.util.List;

/** Chooses the one of a student's hand-ins for a problem that counts. */
final class AttemptChoice {
  private AttemptChoice() {}

  /**
   * The grade of the attempt that counts.
   *
   * <p>An attempt without a result leaves the grade open where it could still be the one: the last
   * of all, or any while the best so far has not all points.
   *
   * @param attempts in any order; none for work that is missing
   */
  static ProblemGrade grade(AttemptRule rule, List<Attempt> attempts) {
    List<Attempt> sorted = attempts.stream().sorted(Attempt.BY_TIME).toList();
    if (sorted.isEmpty()) {
      return ProblemGrade.without(GradeState.MISSING);
    }
    return switch (rule) {
      case LAST -> sorted.get(sorted.size() - 1).grade();
      case BEST -> best(sorted).grade();
    };
  }

  private static Attempt best(List<Attempt> sorted) {
    // The first of equal ones: max() would take the last.
    Attempt best = null;
    for (Attempt attempt : sorted) {
      if (attempt.isGraded() && (best == null || attempt.points() > best.points())) {
        best = attempt;
      }
    }
    if (best != null && (best.isFull() || sorted.stream().allMatch(Attempt::isGraded))) {
      return best;
    }
    List<Attempt> open = sorted.stream().filter(attempt -> !attempt.isGraded()).toList();
    return open.get(open.size() - 1);
  }
}
