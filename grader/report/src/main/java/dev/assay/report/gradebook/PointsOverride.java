package dev.assay.report.gradebook;

import dev.assay.report.checks.Components;
import java.time.Instant;

/**
 * Points that a person gave in place of the grader's.
 *
 * @param points in [0, the problem's most]
 * @param comment why
 * @param by who
 * @param at when
 */
public record PointsOverride(double points, String comment, String by, Instant at) {
  /**
   * Checks the components.
   *
   * @throws IllegalArgumentException if the points are negative or not finite, or a text is blank
   */
  public PointsOverride {
    if (!(points >= 0 && points < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("points must be at least 0. Received: " + points);
    }
    Components.text("comment", comment);
    Components.text("by", by);
    Components.present("at", at);
  }
}
