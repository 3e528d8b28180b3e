package dev.assay.report.gradebook;

import dev.assay.report.GradeReport;
import dev.assay.report.checks.Components;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a student has for a problem.
 *
 * @param state whether there is a grade
 * @param report the result that counts; null where there is none
 * @param handedIn when that was handed in; null where it is not known
 * @param rawPoints the grader's points, never changed by a policy or a person
 * @param latePoints taken off because it was late, in [0, rawPoints]
 * @param override a person's points in their place; null where there are none
 */
public record ProblemGrade(
    GradeState state,
    @Nullable GradeReport report,
    @Nullable Instant handedIn,
    double rawPoints,
    double latePoints,
    @Nullable PointsOverride override) {
  /**
   * Checks the components.
   *
   * @throws IllegalArgumentException if points are out of range, or a grade has neither a result
   *     nor an override
   */
  public ProblemGrade {
    Components.present("state", state);
    if (!(latePoints >= 0 && latePoints <= rawPoints)) {
      throw new IllegalArgumentException(
          "latePoints must be in [0, %s]. Received: %s".formatted(rawPoints, latePoints));
    }
    if (state == GradeState.GRADED && report == null && override == null) {
      throw new IllegalArgumentException("a grade must have a result or an override");
    }
  }

  /** A grade that is missing, pending or excused. */
  public static ProblemGrade without(GradeState state) {
    return new ProblemGrade(state, null, null, 0, 0, null);
  }

  /** The points that count, late or overridden; 0 where there is no grade. */
  public double points() {
    if (state != GradeState.GRADED) {
      return 0;
    }
    return override == null ? rawPoints - latePoints : override.points();
  }
}
