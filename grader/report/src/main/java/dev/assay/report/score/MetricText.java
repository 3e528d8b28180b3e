package dev.assay.report.score;

import dev.assay.commons.text.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** A metric's value, interval and threshold for people. */
public final class MetricText {
  private static final int SCORE_DIGITS = 4;
  private static final int END_DIGITS = 3;

  private MetricText() {}

  /**
   * A metric's value in four digits after the point, never rounded across the threshold.
   *
   * <p>0.97996 against 0.98 gives 0.9799: rounded to nearest it would look like a pass.
   */
  static String score(Metric metric) {
    double value = metric.value();
    if (!Double.isFinite(value) || Numbers.isLarge(value)) {
      return Numbers.decimal(value, SCORE_DIGITS);
    }
    BigDecimal exact = BigDecimal.valueOf(value);
    BigDecimal threshold = BigDecimal.valueOf(metric.threshold());
    BigDecimal rounded = exact.setScale(SCORE_DIGITS, RoundingMode.HALF_EVEN);
    int side = Integer.signum(exact.compareTo(threshold));
    if (side != 0 && Integer.signum(rounded.compareTo(threshold)) != side) {
      rounded = exact.setScale(SCORE_DIGITS, side < 0 ? RoundingMode.FLOOR : RoundingMode.CEILING);
    }
    return rounded.toPlainString();
  }

  /** The interval in three digits after the point: {@code [0.912, 0.953]}. */
  public static String interval(Interval interval) {
    return "[%s, %s]".formatted(fraction(interval.low()), fraction(interval.high()));
  }

  /** What passes: {@code >= 0.98}. */
  public static String threshold(Metric metric) {
    String sign =
        switch (metric.direction()) {
          case HIGHER -> ">=";
          case LOWER -> "<=";
        };
    BigDecimal value = BigDecimal.valueOf(metric.threshold()).stripTrailingZeros();
    boolean isLarge = Numbers.isLarge(metric.threshold());
    return sign + " " + (isLarge ? value.toString() : value.toPlainString());
  }

  /** A share in three digits after the point. */
  public static String fraction(double value) {
    return Numbers.decimal(value, END_DIGITS);
  }
}
