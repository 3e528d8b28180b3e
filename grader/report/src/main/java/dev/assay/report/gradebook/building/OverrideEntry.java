package dev.assay.report.gradebook.building;

import dev.assay.report.checks.Components;
import dev.assay.report.gradebook.PointsOverride;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Points that a person gave a student for a problem, or took back.
 *
 * @param student an id, login, email address, SIS id or name, or the id of a submission
 * @param problem the problem's id
 * @param points in place of the grader's, at least 0; null to let the grader's count again
 * @param comment why
 * @param by who
 * @param at when
 */
public record OverrideEntry(
    String student,
    String problem,
    @Nullable Double points,
    String comment,
    String by,
    Instant at) {
  /**
   * Checks the components.
   *
   * @throws IllegalArgumentException if a text is blank, or the points are negative or not finite
   */
  public OverrideEntry {
    Components.text("student", student);
    Components.text("problem", problem);
    if (points != null && !(points >= 0 && points < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("points must be at least 0. Received: " + points);
    }
    Components.text("comment", comment);
    Components.text("by", by);
    Components.present("at", at);
  }

  /** The points as a grade has them; null where they were taken back. */
  @Nullable PointsOverride override() {
    return points == null ? null : new PointsOverride(points, comment, by, at);
  }
}
