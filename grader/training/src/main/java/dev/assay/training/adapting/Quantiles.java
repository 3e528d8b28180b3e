package dev.assay.training.adapting;

import java.util.Arrays;

/**
 * The limits between bins of equally many values, found as Keras's {@code Discretization} finds
 * them when it adapts to an array with its default {@code epsilon} of 0.01.
 *
 * <p>Of the sorted values about every hundredth part is kept, the last of each part; limits are
 * read off the shares of values that these stand for, by linear interpolation.
 */
final class Quantiles {
  private static final int PARTS = 100;

  private float[] values = {};
  private int size;

  void add(float[] more) {
    if (size + more.length > values.length) {
      values = Arrays.copyOf(values, Math.addExact(size, Math.max(more.length, size / 2)));
    }
    System.arraycopy(more, 0, values, size, more.length);
    size += more.length;
  }

  /**
   * The limits, in increasing order.
   *
   * @param bins at least 2; where there are fewer values, the last limits are out of reach
   */
  float[] boundaries(int bins) {
    double[] kept = kept();
    if (kept.length >= PARTS) {
      kept = quantiles(kept, PARTS);
    }
    float[] boundaries = new float[bins - 1];
    Arrays.fill(boundaries, Float.MAX_VALUE);
    double[] limits = kept.length < bins ? kept : quantiles(kept, bins);
    for (int i = 0; i < Math.min(boundaries.length, limits.length - 1); i++) {
      boundaries[i] = (float) limits[i];
    }
    return boundaries;
  }

  private double[] kept() {
    Arrays.sort(values, 0, size);
    double part = Math.max((double) size / PARTS, 1);
    int first = (int) (part - 1);
    int step = (int) part;
    double[] kept = new double[(size - first + step - 1) / step];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = values[first + i * step];
    }
    return kept;
  }

  /** The value at each n-th part of the weight, all values weighing the same. */
  private static double[] quantiles(double[] sorted, int parts) {
    double[] quantiles = new double[parts];
    for (int i = 0; i < parts; i++) {
      double place = (i + 1.0) / parts * sorted.length - 1;
      int below = Math.min(Math.max((int) Math.floor(place), 0), sorted.length - 1);
      int above = Math.min(below + 1, sorted.length - 1);
      double share = Math.min(Math.max(place - below, 0), 1);
      quantiles[i] = (float) (sorted[below] * (1 - share) + sorted[above] * share);
    }
    return quantiles;
  }
}
