package dev.assay.report.score;

import dev.assay.report.checks.Components;
import org.jspecify.annotations.Nullable;

/**
 * The metric that decides, measured on the hidden set.
 *
 * @param name its name, such as {@code accuracy}
 * @param value what was measured; NaN if a prediction was not a finite number (null in JSON)
 * @param threshold where an answer passes, finite
 * @param direction which values are better
 * @param correct right predictions, in [0, total]; null where the metric counts none, as R² and F1
 * @param total predictions, at least 1; null where the metric counts none
 * @param interval the 95 % confidence interval of the value; may be null
 */
public record Metric(
    String name,
    double value,
    double threshold,
    Direction direction,
    @Nullable Integer correct,
    @Nullable Integer total,
    @Nullable Interval interval) {

  /**
   * Checks the components.
   *
   * @throws IllegalArgumentException if the name is blank, the threshold is not finite, only one of
   *     the counts is there, or they are out of range
   */
  public Metric {
    Components.text("metric.name", name);
    Components.finite("metric.threshold", threshold);
    Components.present("metric.direction", direction);
    checkCounts(correct, total);
  }

  /**
   * A metric that is a share of right predictions.
   *
   * @param name its name, such as {@code accuracy}
   * @param correct right predictions, in [0, total]
   * @param total predictions, at least 1
   * @param threshold where an answer passes, a fraction
   * @param interval the 95 % confidence interval of the share
   * @return the metric, its value {@code correct / total}, higher is better
   * @throws IllegalArgumentException if a count is out of range
   */
  public static Metric ofCounts(
      String name, int correct, int total, double threshold, Interval interval) {
    return new Metric(
        name, (double) correct / total, threshold, Direction.HIGHER, correct, total, interval);
  }

  /**
   * A metric without counts, as R² and F1.
   *
   * @param name its name, such as {@code r2}
   * @param value what was measured
   * @param threshold where an answer passes
   * @param direction which values are better
   * @param interval the 95 % confidence interval of the value; may be null
   * @return the metric
   */
  public static Metric ofValue(
      String name,
      double value,
      double threshold,
      Direction direction,
      @Nullable Interval interval) {
    return new Metric(name, value, threshold, direction, null, null, interval);
  }

  /**
   * Whether chance could have decided: the threshold lies inside the interval.
   *
   * @return true if there is an interval and it contains the threshold
   */
  public boolean thresholdInsideInterval() {
    return interval != null && interval.contains(threshold);
  }

  private static void checkCounts(@Nullable Integer correct, @Nullable Integer total) {
    if (correct == null && total == null) {
      return;
    }
    if (correct == null || total == null || total < 1 || correct < 0 || correct > total) {
      throw new IllegalArgumentException(
          "metric.correct and metric.total must both be null, or 0 <= correct <= total with total at"
              + " least 1. Received: %s and %s".formatted(correct, total));
    }
  }

  /** The value in four digits after the point, never rounded across the threshold. */
  public String show() {
    return MetricText.score(this);
  }
}
