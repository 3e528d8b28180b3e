package dev.assay.report.score;

import java.util.Locale;

/**
 * The score interval of a share of right answers.
 *
 * <p>Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
 * Journal of the American Statistical Association 22 (158), 1927, pages 209 to 212. Without the
 * continuity correction. Unlike the textbook's normal interval it stays in [0, 1] and is sensible
 * for 0 and for all right.
 */
public final class Wilson {

  private Wilson() {}

  /**
   * The interval of the share {@code correct / total}.
   *
   * @param correct right answers, in [0, total]
   * @param total answers, at least 1
   * @param confidence 0.90, 0.95 or 0.99
   * @return the interval, within [0, 1]
   * @throws IllegalArgumentException if a count is out of range or the confidence is another one
   */
  public static Interval interval(int correct, int total, double confidence) {
    if (total < 1 || correct < 0 || correct > total) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "correct must be in [0, total] and total at least 1. Received: %d of %d",
              correct,
              total));
    }
    double z = quantile(confidence);
    double share = (double) correct / total;
    double square = z * z / total;
    double centre = share + square / 2;
    double spread = z * Math.sqrt((share * (1 - share) + square / 4) / total);
    double low = correct == 0 ? 0 : Math.max(0, (centre - spread) / (1 + square));
    double high = correct == total ? 1 : Math.min(1, (centre + spread) / (1 + square));
    return new Interval(low, high);
  }

  /** The standard normal distribution's quantile at {@code (1 + confidence) / 2}. */
  private static double quantile(double confidence) {
    if (confidence == 0.90) {
      return 1.6448536269514722;
    }
    if (confidence == 0.95) {
      return 1.959963984540054;
    }
    if (confidence == 0.99) {
      return 2.5758293035489004;
    }
    throw new IllegalArgumentException(
        "confidence must be 0.90, 0.95 or 0.99. Received: " + confidence);
  }
}
