package dev.assay.report.score;

/** The probabilities of a binomial distribution, as sums of their logarithms' powers. */
final class Binomial {
  private Binomial() {}

  /**
   * The probability of at most so many successes.
   *
   * @param successes from 0 to trials
   * @param share the probability of a success, in [0, 1]
   */
  static double atMost(int successes, int trials, double share) {
    if (share <= 0) {
      return 1;
    }
    if (share >= 1) {
      return successes < trials ? 0 : 1;
    }
    double logCount = 0;
    double sum = 0;
    for (int k = 0; k <= successes; k++) {
      sum += Math.exp(logCount + k * Math.log(share) + (trials - k) * Math.log1p(-share));
      logCount += Math.log(trials - k) - Math.log(k + 1.0);
    }
    return Math.min(1, sum);
  }

  /** The probability of at least so many successes. */
  static double atLeast(int successes, int trials, double share) {
    return atMost(trials - successes, trials, 1 - share);
  }
}
