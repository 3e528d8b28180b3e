package dev.assay.keras.models;

import dev.assay.keras.losses.Loss;
import dev.assay.keras.metrics.Metric;
import dev.assay.keras.optimizers.Optimizer;
import dev.assay.keras.schedules.LearningRateSchedule;
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
}
