package dev.assay.report.score;

import dev.assay.commons.random.SplitMix64;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * The percentile bootstrap: the spread of a score over samples drawn with replacement.
 *
 * <p>Source: B. Efron and R. J. Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 13.
 * The ends are the 2.5 % and 97.5 % quantiles, interpolated linearly between neighbours, as NumPy
 * does.
 */
public final class Bootstrap {

  private static final int RESAMPLES = 1000;

  private Bootstrap() {}

  /**
   * The 95 % interval of R²; a sample whose labels are all equal counts as {@link RSquared} says.
   */
  static Interval r2(float[] predicted, float[] labels, long seed) {
    return interval(labels.length, seed, sample -> RSquared.of(predicted, labels, sample));
  }

  /**
   * The 95 % interval of the difference of two models' R² on the same examples, drawn in pairs: the
   * first less the second.
   *
   * @param first predictions of the first model
   * @param second predictions of the second model
   * @param labels the true values
   */
  public static Interval r2Difference(float[] first, float[] second, float[] labels, long seed) {
    Lengths.check(first.length, labels.length);
    Lengths.check(second.length, labels.length);
    return interval(
        labels.length,
        seed,
        sample -> RSquared.of(first, labels, sample) - RSquared.of(second, labels, sample));
  }

  /**
   * The 95 % interval of a score.
   *
   * @param size examples
   * @param score of the examples with these indices, which may repeat
   */
  static Interval interval(int size, long seed, ToDoubleFunction<int[]> score) {
    SplitMix64 random = new SplitMix64(seed);
    int[] sample = new int[size];
    double[] scores = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      Arrays.setAll(sample, j -> index(random, size));
      scores[i] = score.applyAsDouble(sample);
    }
    Arrays.sort(scores);
    return new Interval(quantile(scores, 0.025), quantile(scores, 0.975));
  }

  static double quantile(double[] sorted, double share) {
    double position = share * (sorted.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }

  /** An index in [0, size), from the upper 31 bits; its bias is below {@code size / 2^31}. */
  private static int index(SplitMix64 random, int size) {
    return (int) (((random.nextLong() >>> 33) * size) >>> 31);
  }
}
