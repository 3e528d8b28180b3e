package dev.assay.report.score;

import java.util.Arrays;

/**
 * The area under the ROC curve: how often an example that has the label scores above one that has
 * not, equals counting one half.
 *
 * <p>Source: J. A. Hanley and B. J. McNeil, "The meaning and use of the area under a receiver
 * operating characteristic (ROC) curve", Radiology 143 (1), 1982, pages 29 to 36. Exact, by ranks;
 * Keras's {@code AUC} approximates it by 200 thresholds.
 */
public final class RocArea {

  private RocArea() {}

  /**
   * The area for one label.
   *
   * @param scores of the examples, finite; only their order counts
   * @param labels whether each has the label, as many
   * @return in [0, 1]; NaN if all have the label or none has
   * @throws IllegalArgumentException if there are no examples, or the lengths differ
   */
  public static double of(float[] scores, boolean[] labels) {
    Lengths.check(scores.length, labels.length);
    Integer[] order = new Integer[scores.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Float.compare(scores[a], scores[b]));
    double rankSum = 0;
    double positives = 0;
    for (int from = 0; from < order.length; ) {
      int to = from;
      int there = 0;
      while (to < order.length && scores[order[to]] == scores[order[from]]) {
        there += labels[order[to++]] ? 1 : 0;
      }
      rankSum += there * (from + 1 + to) / 2.0;
      positives += there;
      from = to;
    }
    double negatives = scores.length - positives;
    return positives == 0 || negatives == 0
        ? Double.NaN
        : (rankSum - positives * (positives + 1) / 2) / (positives * negatives);
  }
}
