package dev.assay.keras.training;

import dev.assay.keras.metrics.Metric;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds up, over a whole set, what {@link Objective#sums} gives for each batch. */
final class Sums {
  private final List<Metric> metrics;
  private final double[] sums;
  private long examples;

  Sums(List<Metric> metrics) {
    this.metrics = metrics;
    this.sums = new double[2 + metrics.stream().mapToInt(Sums::width).sum()];
  }

  /** How many numbers a metric adds up. */
  private static int width(Metric metric) {
    return metric == Metric.R2_SCORE ? 3 : 1;
  }

  int width() {
    return sums.length;
  }

  /**
   * Adds a batch.
   *
   * @param batch as {@link Objective#sums} gives them
   * @param size examples in the batch
   */
  void add(float[] batch, int size) {
    int penalty = sums.length - 1;
    for (int i = 0; i < penalty; i++) {
      sums[i] += batch[i];
    }
    addSquaresOfMeans(batch, size);
    sums[penalty] += (double) batch[penalty] * size;
    examples += size;
  }

  /**
   * Makes the targets' sum of squares about the batch's mean one about 0, in double precision: in
   * float32 the squares of targets far from 0 would cancel out to nothing.
   */
  private void addSquaresOfMeans(float[] batch, int size) {
    int at = 1;
    for (Metric metric : metrics) {
      if (metric == Metric.R2_SCORE) {
        sums[at + 2] += (double) batch[at + 1] * batch[at + 1] / size;
      }
      at += width(metric);
    }
  }

  /** The mean loss with penalties, then the metrics, by their keys. */
  Map<String, Double> values(String prefix) {
    Map<String, Double> values = new LinkedHashMap<>();
    values.put(prefix + "loss", (sums[0] + sums[sums.length - 1]) / examples);
    int at = 1;
    for (Metric metric : metrics) {
      values.put(prefix + metric.key(), value(metric, at));
      at += width(metric);
    }
    return values;
  }

  private double value(Metric metric, int at) {
    if (metric != Metric.R2_SCORE) {
      return sums[at] / examples;
    }
    double spread = sums[at + 2] - sums[at + 1] * sums[at + 1] / examples;
    return spread == 0 ? 0 : 1 - sums[at] / spread;
  }
}
