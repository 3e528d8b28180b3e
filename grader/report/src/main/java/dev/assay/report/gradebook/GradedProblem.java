package dev.assay.report.gradebook;

import dev.assay.report.checks.Components;

/**
 * A column of a gradebook.
 *
 * @param id the problem's
 * @param maxPoints the most that it gives, positive
 * @param weight of its share of the points in the total, at least 0
 */
public record GradedProblem(String id, double maxPoints, double weight) {
  /**
   * Checks the components.
   *
   * @throws IllegalArgumentException if the id is blank or a number is out of range
   */
  public GradedProblem {
    Components.text("problem.id", id);
    if (!(maxPoints > 0 && maxPoints < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("maxPoints must be positive. Received: " + maxPoints);
    }
    if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("weight must be at least 0. Received: " + weight);
    }
  }
}
