package dev.assay.report.score;

import dev.assay.report.checks.Components;

/**
 * A closed interval, here always a confidence interval of 95 %.
 *
 * @param low the lower end, finite
 * @param high the upper end, finite, at least {@code low}
 */
public record Interval(double low, double high) {

  /**
   * Checks the components.
   *
   * @throws IllegalArgumentException if an end is not finite or the ends are out of order
   */
  public Interval {
    Components.finite("interval.low", low);
    Components.finite("interval.high", high);
    if (low > high) {
      throw new IllegalArgumentException(
          "interval.low must not exceed interval.high. Received: [%s, %s]".formatted(low, high));
    }
  }

  /**
   * Whether a value lies in the interval.
   *
   * @param value any number
   * @return true from {@code low} to {@code high}, both included; false for NaN
   */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }
}
