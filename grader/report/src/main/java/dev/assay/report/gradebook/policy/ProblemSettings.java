package dev.assay.report.gradebook.policy;

import dev.assay.report.checks.Components;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one problem of a class.
 *
 * @param id the problem's
 * @param weight of its share of the points in the total, at least 0
 * @param due when it is due, in place of the class's due date; null for that
 * @param threshold the score that passes, in place of the problem's own; null for that
 * @param bands the scores that give 1, 2, 3 and 4 points, in place of the problem's own; null for
 *     those
 */
public record ProblemSettings(
    String id,
    double weight,
    @Nullable ZonedDateTime due,
    @Nullable Double threshold,
    @Nullable List<Double> bands) {
  /**
   * Checks and copies the components.
   *
   * @throws IllegalArgumentException if the id is blank or a number is out of range
   */
  public ProblemSettings {
    Components.text("problem.id", id);
    if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "weight must be at least 0. Received: %s", weight));
    }
    if (threshold != null) {
      Components.finite("threshold", threshold);
    }
    bands = bands == null ? null : Components.list("bands", bands);
  }

  /** A problem that nothing else is set of. */
  public static ProblemSettings of(String id) {
    return new ProblemSettings(id, 1, null, null, null);
  }
}
