package dev.assay.training.steering;

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
   * Returns whether this epoch's value is better than all earlier ones by more than the minimum.
   *
   * @throws IllegalArgumentException when the history has no such key
   */
  boolean improves(Map<String, Double> values) {
    boolean better = beats(values, best);
    best = better ? value(values) : best;
    return better;
  }

  /** Returns whether this epoch's value is better than that one, by more than the minimum. */
  boolean beats(Map<String, Double> values, double reference) {
    double value = value(values);
    return higherIsBetter ? value - minDelta > reference : value + minDelta < reference;
  }

  private double value(Map<String, Double> values) {
    Double value = values.get(key);
    if (value == null) {
      throw new IllegalArgumentException(
          "A callback monitors %s, which this model does not report. Known: %s"
              .formatted(key, new TreeSet<>(values.keySet())));
    }
    return value;
  }
}
