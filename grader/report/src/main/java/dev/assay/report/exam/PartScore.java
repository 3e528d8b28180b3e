package dev.assay.report.exam;

import dev.assay.report.Judgement;
import dev.assay.report.Verdict;
import dev.assay.report.checks.Components;
import dev.assay.report.score.Interval;
import dev.assay.report.score.Metric;
import dev.assay.report.score.Scores;
import org.jspecify.annotations.Nullable;

/**
 * A score on some of the hidden examples.
 *
 * @param points in [0, maxPoints]
 * @param maxPoints the most there are, at least 1
 * @param passed whether it meets the problem's pass mark
 * @param metric the metric's name
 * @param value what was measured, finite
 * @param threshold the value that passes
 * @param interval the 95 % interval of the value; may be null
 * @param examples how many examples it is of, at least 1
 */
public record PartScore(
    int points,
    int maxPoints,
    boolean passed,
    String metric,
    double value,
    double threshold,
    @Nullable Interval interval,
    int examples) {
  /** Checks the components. */
  public PartScore {
    Components.atLeast("maxPoints", 1, maxPoints);
    if (points < 0 || points > maxPoints) {
      throw new IllegalArgumentException(
          "points must be in [0, %s]. Received: %s".formatted(maxPoints, points));
    }
    Components.text("metric", metric);
    Components.finite("value", value);
    Components.finite("threshold", threshold);
    Components.atLeast("examples", 1, examples);
  }

  /**
   * The score of some examples that were scored and judged alone.
   *
   * @param examples how many
   */
  public static PartScore of(Scores scores, Judgement judgement, int examples) {
    Metric metric = scores.metric();
    return new PartScore(
        judgement.points(),
        judgement.maxPoints(),
        judgement.verdict() == Verdict.PASSED,
        metric.name(),
        metric.value(),
        metric.threshold(),
        metric.interval(),
        examples);
  }
}
