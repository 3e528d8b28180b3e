package dev.assay.training.session;

import dev.assay.keras.metrics.Metric;
import dev.assay.keras.models.manifest.HistoryKeys;
import dev.assay.keras.models.manifest.Manifest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds up, over a whole set, what {@link Objective#parts} give for each batch. */
public final class MetricSums {
  private final HistoryKeys keys;
  private final List<MetricWidth> parts = new ArrayList<>();
  private final double[] sums;
  private long examples;

  /** A metric and how many sums it needs. */
  private record MetricWidth(Metric metric, int width) {}

  public MetricSums(Manifest manifest) {
    keys = manifest.keys();
    for (int i = 0; i < manifest.heads().outputs().size(); i++) {
      int outputs = Objective.width(manifest.heads().outputs().get(i));
      for (Metric metric : manifest.compilation().heads().get(i).metrics()) {
        parts.add(new MetricWidth(metric, metric.width(outputs)));
      }
    }
    sums = new double[2 + keys.losses().size() + parts.stream().mapToInt(MetricWidth::width).sum()];
  }

  public int width() {
    return sums.length;
  }

  /**
   * Adds a batch.
   *
   * @param batch as {@link Objective#parts} give them, one after the other
   * @param size examples in the batch
   */
  public void add(double[] batch, int size) {
    int penalty = sums.length - 1;
    for (int i = 0; i < penalty; i++) {
      sums[i] += batch[i];
    }
    sums[penalty] += batch[penalty] * size;
    examples += size;
  }

  /**
   * The mean loss with penalties, then the outputs' losses and the metrics, by their keys.
   *
   * <p>A loss that is not a number comes from outputs that are none either; comparing those would
   * count them as right answers for some class.
   */
  public Map<String, Double> values(String prefix) {
    Map<String, Double> values = new LinkedHashMap<>();
    values.put(prefix + "loss", (sums[0] + sums[sums.length - 1]) / examples);
    int at = 1;
    for (String key : keys.losses()) {
      values.put(prefix + key, sums[at++] / examples);
    }
    for (int i = 0; i < parts.size(); i++) {
      int end = at + parts.get(i).width();
      double value = parts.get(i).metric().value(Arrays.copyOfRange(sums, at, end), examples);
      values.put(prefix + keys.metrics().get(i), Double.isNaN(sums[0]) ? Double.NaN : value);
      at = end;
    }
    return values;
  }
}
