package dev.assay.report.score;

import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/**
 * The exact interval of a share, for small numbers.
 *
 * <p>Source: C. J. Clopper and E. S. Pearson, "The use of confidence or fiducial limits illustrated
 * in the case of the binomial", Biometrika 26 (4), 1934, pages 404 to 413. Each end is the share at
 * which what was seen, or what is more extreme, has a probability of 2.5 %; it is found by halving.
 */
public final class ClopperPearson {
  private static final double TAIL = 0.025;
  private static final int HALVINGS = 60;

  private ClopperPearson() {}

  /**
   * The 95 % interval.
   *
   * @param successes in [0, trials]
   * @param trials at least 1
   */
  public static Interval interval(int successes, int trials) {
    if (trials < 1 || successes < 0 || successes > trials) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "successes must be in [0, trials] and trials at least 1. Received: %d of %d",
              successes,
              trials));
    }
    double low =
        successes == 0 ? 0 : root(share -> Binomial.atLeast(successes, trials, share) - TAIL);
    double high =
        successes == trials ? 1 : root(share -> TAIL - Binomial.atMost(successes, trials, share));
    return new Interval(low, high);
  }

  /** Where an ascending function of [0, 1] is 0. */
  private static double root(DoubleUnaryOperator function) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (function.applyAsDouble(middle) < 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }
}
