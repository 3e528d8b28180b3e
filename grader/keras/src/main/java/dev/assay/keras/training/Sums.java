package dev.assay.keras.training;

import dev.assay.keras.metrics.Metric;
import dev.assay.keras.models.Manifest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds up, over a whole set, what {@link Objective#sums} gives for each batch. */
final class Sums {
  private final List<String> keys;
  private final List<Metric> metrics;
  private final int outputs;
  private final double[] sums;
  private long examples;

  Sums(Manifest manifest) {
    keys = manifest.compilation().keys();
    metrics = manifest.compilation().metrics();
    outputs = Objective.outputs(manifest);
    sums = new double[2 + metrics.stream().mapToInt(metric -> metric.width(outputs)).sum()];
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
    sums[penalty] += (double) batch[penalty] * size;
    examples += size;
  }

  /**
   * The mean loss with penalties, then the metrics, by their keys.
   *
   * <p>A loss that is not a number comes from outputs that are none either; comparing those would
   * count them as right answers for some class.
   */
  Map<String, Double> values(String prefix) {
    Map<String, Double> values = new LinkedHashMap<>();
    values.put(prefix + "loss", (sums[0] + sums[sums.length - 1]) / examples);
    int at = 1;
    for (int i = 0; i < metrics.size(); i++) {
      int end = at + metrics.get(i).width(outputs);
      double value = metrics.get(i).value(Arrays.copyOfRange(sums, at, end), examples);
      values.put(prefix + keys.get(i), Double.isNaN(sums[0]) ? Double.NaN : value);
      at = end;
    }
    return values;
  }
}
