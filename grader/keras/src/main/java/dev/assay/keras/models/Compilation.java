package dev.assay.keras.models;

import dev.assay.keras.losses.Loss;
import dev.assay.keras.metrics.Metric;
import dev.assay.keras.optimizers.Optimizer;
import dev.assay.keras.schedules.LearningRateSchedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The arguments of {@code compile}. */
public record Compilation(Optimizer optimizer, Loss loss, List<Metric> metrics) {
  public Compilation {
    Objects.requireNonNull(optimizer, "optimizer must not be null");
    Objects.requireNonNull(loss, "loss must not be null");
    metrics = metrics.stream().distinct().toList();
  }

  /** The optimizer's step size, at each step. */
  public LearningRateSchedule schedule() {
    return optimizer.schedule();
  }

  /**
   * The metrics' names in a history, in their order. As in Keras the second metric of a name gets
   * "_1": "auc", "auc_1".
   */
  public List<String> keys() {
    List<String> keys = new ArrayList<>();
    for (Metric metric : metrics) {
      String key = metric.key();
      for (int i = 1; keys.contains(key); i++) {
        key = metric.key() + "_" + i;
      }
      keys.add(key);
    }
    return List.copyOf(keys);
  }
}
