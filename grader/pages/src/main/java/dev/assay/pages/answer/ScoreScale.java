package dev.assay.pages.answer;

import dev.assay.report.score.Direction;
import dev.assay.report.score.Interval;
import dev.assay.report.score.Metric;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a score lies between the ends of a scale, in per cent of its length.
 *
 * @param value of the score
 * @param threshold of the pass mark
 * @param low of the interval; null where there is none
 * @param high of the interval; null where there is none
 */
public record ScoreScale(
    double value, double threshold, @Nullable Double low, @Nullable Double high) {
  private static final double ROOM = 1.25;

  static ScoreScale of(Metric metric) {
    double least = Math.min(0, metric.threshold());
    double most =
        metric.direction() == Direction.HIGHER
            ? Math.max(1, metric.threshold())
            : ROOM * Math.max(metric.threshold(), finite(metric.value(), metric.threshold()));
    Interval interval = metric.interval();
    return new ScoreScale(
        place(finite(metric.value(), least), least, most),
        place(metric.threshold(), least, most),
        interval == null ? null : place(interval.low(), least, most),
        interval == null ? null : place(interval.high(), least, most));
  }

  private static double finite(double value, double otherwise) {
    return Double.isFinite(value) ? value : otherwise;
  }

  private static double place(double value, double least, double most) {
    return most == least ? 0 : 100 * Math.max(0, Math.min(1, (value - least) / (most - least)));
  }

  /** Returns a place as an attribute of SVG. */
  public static String at(double place) {
    return String.format(Locale.ROOT, "%.2f%%", place);
  }

  /** Returns the width of the interval as an attribute of SVG. */
  public String width() {
    return low == null || high == null ? "0%" : at(high - low);
  }
}
