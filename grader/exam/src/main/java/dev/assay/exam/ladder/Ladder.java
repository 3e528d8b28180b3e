package dev.assay.exam.ladder;

import java.util.Arrays;

/**
 * The parameter-free Ladder: releases a new score only where it is significantly better than the
 * best one, so that many submissions teach little about the examples behind it.
 *
 * <p>Source: A. Blum and M. Hardt, "The Ladder: A Reliable Leaderboard for Machine Learning
 * Competitions", ICML 2015, PMLR 37, pages 1006 to 1014 (arXiv:1502.04585), the variant without a
 * step size. With n examples, a submission is released if its mean loss is below the released one
 * by more than {@code s / sqrt(n)}, where {@code s} is the sample standard deviation of the
 * differences of its losses and those of the best submission, example by example: a one-sided
 * paired t-test. The released loss is rounded to the nearest multiple of {@code 1/n}.
 *
 * <p>What it cannot stop: a submission that differs from the best one in few examples has a small
 * {@code s}, so that somebody with thousands of submissions can still climb by tiny steps. The
 * number of attempts bounds that.
 */
public final class Ladder {
  private double released = Double.POSITIVE_INFINITY;
  private double[] best = {};

  /**
   * What a submission led to.
   *
   * @param improved whether its score was released
   * @param released the mean loss that is released now: its own, or that of the best before
   * @param improvement by how much its mean loss is below the released one before; infinite for the
   *     first
   * @param needed the improvement that had to be exceeded
   */
  public record Step(boolean improved, double released, double improvement, double needed) {}

  /**
   * Compares a submission with the best.
   *
   * @param losses of its examples, at least one; as many, and of the same examples, each time
   */
  public Step submit(double[] losses) {
    if (losses.length < 1 || (best.length > 0 && best.length != losses.length)) {
      throw new IllegalArgumentException(
          "losses must be of the same %s examples. Received: %s"
              .formatted(best.length, losses.length));
    }
    double mean = Arrays.stream(losses).average().orElseThrow();
    double needed = best.length == 0 ? 0 : deviation(losses) / Math.sqrt(losses.length);
    double improvement = released - mean;
    // A sum of equal losses may differ in its last bits.
    boolean improved = improvement > needed + 1e-12;
    if (improved) {
      released = Math.rint(mean * losses.length) / losses.length;
      best = losses.clone();
    }
    return new Step(improved, released, improvement, needed);
  }

  /** The sample standard deviation of the paired differences; 0 for a single example. */
  private double deviation(double[] losses) {
    int count = losses.length;
    double[] differences = new double[count];
    Arrays.setAll(differences, i -> losses[i] - best[i]);
    double mean = Arrays.stream(differences).average().orElseThrow();
    double squares = Arrays.stream(differences).map(d -> (d - mean) * (d - mean)).sum();
    return count < 2 ? 0 : Math.sqrt(squares / (count - 1));
  }
}
