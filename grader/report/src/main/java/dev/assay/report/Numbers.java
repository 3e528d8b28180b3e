package dev.assay.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers for people, the same in every locale. */
public final class Numbers {

  private static final int SCORE_DIGITS = 4;
  private static final int END_DIGITS = 3;

  /** From here on a number is shown by its first digits and a power of ten. */
  private static final double LARGE = 1e6;

  private Numbers() {}

  /**
   * A metric's value in four digits after the point, never rounded across the threshold.
   *
   * <p>0.97996 against 0.98 gives 0.9799: rounded to nearest it would look like a pass.
   */
  static String score(Metric metric) {
    double value = metric.value();
    if (!Double.isFinite(value) || large(value)) {
      return decimal(value, SCORE_DIGITS);
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

  static String interval(Interval interval) {
    return "[%s, %s]"
        .formatted(decimal(interval.low(), END_DIGITS), decimal(interval.high(), END_DIGITS));
  }

  static String threshold(Metric metric) {
    String sign =
        switch (metric.direction()) {
          case HIGHER -> ">=";
          case LOWER -> "<=";
        };
    BigDecimal value = BigDecimal.valueOf(metric.threshold()).stripTrailingZeros();
    return sign + " " + (large(metric.threshold()) ? value.toString() : value.toPlainString());
  }

  /**
   * A time in the two largest of its units: {@code 4.2 s}, {@code 1 min 32 s}, {@code 2 h 5 min}.
   */
  static String time(double seconds) {
    if (seconds < 59.95) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    long whole = Math.round(seconds);
    if (whole < 3600) {
      return String.format(Locale.ROOT, "%d min %d s", whole / 60, whole % 60);
    }
    long minutes = Math.round(seconds / 60);
    return String.format(Locale.ROOT, "%d h %d min", minutes / 60, minutes % 60);
  }

  static String fraction(double value) {
    return decimal(value, END_DIGITS);
  }

  /**
   * A number with so many digits after the point, or in short where it is beyond a million: {@code
   * 0.9850}, {@code -1.23e+36}.
   */
  public static String decimal(double value, int digits) {
    if (!Double.isFinite(value)) {
      return "not a number";
    }
    return String.format(Locale.ROOT, large(value) ? "%.2e" : "%." + digits + "f", value);
  }

  private static boolean large(double value) {
    return Math.abs(value) >= LARGE;
  }
}
