package dev.assay.report.score;

import java.util.Locale;

/**
 * Two models' right and wrong answers to the same examples, and the exact test of McNemar on them.
 *
 * <p>Source: Q. McNemar, "Note on the sampling error of the difference between correlated
 * proportions or percentages", Psychometrika 12 (2), 1947, pages 153 to 157; exact by the binomial
 * distribution of the examples that only one of them has right.
 *
 * @param both examples that both have right
 * @param onlyFirst examples that only the first has right
 * @param onlySecond examples that only the second has right
 * @param neither examples that none has right
 */
public record McNemar(int both, int onlyFirst, int onlySecond, int neither) {
  /**
   * Counts losses: 0 for a right answer.
   *
   * @param first of the first model, an example each
   * @param second of the second model, the same examples
   */
  public static McNemar of(double[] first, double[] second) {
    Lengths.check(first.length, second.length);
    int[] counts = new int[4];
    for (int i = 0; i < first.length; i++) {
      counts[(first[i] == 0 ? 0 : 2) + (second[i] == 0 ? 0 : 1)]++;
    }
    return new McNemar(counts[0], counts[1], counts[2], counts[3]);
  }

  /** Checks the counts. */
  public McNemar {
    if (both < 0 || onlyFirst < 0 || onlySecond < 0 || neither < 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "counts must be at least 0. Received: %d, %d, %d, %d",
              both,
              onlyFirst,
              onlySecond,
              neither));
    }
  }

  /**
   * The two-sided probability of a difference at least as large, if both models were equally good.
   */
  public double probability() {
    int discordant = onlyFirst + onlySecond;
    return Math.min(1, 2 * Binomial.atMost(Math.min(onlyFirst, onlySecond), discordant, 0.5));
  }
}
