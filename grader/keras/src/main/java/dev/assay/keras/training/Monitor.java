package dev.assay.keras.training;

import dev.assay.keras.metrics.Metric;
import java.util.Map;
import java.util.TreeSet;

/** Watches one value of the history for improvements. */
final class Monitor {
  private final String key;
  private final double minDelta;
  private final boolean higherIsBetter;
  private double best;

  Monitor(String key, double minDelta) {
    this.key = key;
    this.minDelta = minDelta;
    higherIsBetter = Metric.higherIsBetter(key);
    best = higherIsBetter ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
  }

  /**
   * Whether this epoch's value is better than all before it, by more than the minimum.
   *
   * @throws IllegalArgumentException when the history has no such key
   */
  boolean improves(Map<String, Double> values) {
    Double value = values.get(key);
    if (value == null) {
      throw new IllegalArgumentException(
          "A callback monitors %s, which this model does not report. Known: %s"
              .formatted(key, new TreeSet<>(values.keySet())));
    }
    boolean better = higherIsBetter ? value > best + minDelta : value < best - minDelta;
    best = better ? value : best;
    return better;
  }
}
