package dev.assay.keras.models;

import dev.assay.keras.losses.Loss;
import dev.assay.keras.metrics.Metric;
import dev.assay.keras.optimizers.Optimizer;
import dev.assay.keras.schedules.LearningRateSchedule;
import java.util.List;
import java.util.Objects;

/**
 * The arguments of {@code compile}.
 *
 * @param heads how each output is trained, in the outputs' order, at least one; the first is the
 *     output that is served and scored
 */
public record Compilation(Optimizer optimizer, List<Head> heads) {
  public Compilation {
    Objects.requireNonNull(optimizer, "optimizer must not be null");
    heads = List.copyOf(heads);
    if (heads.isEmpty()) {
      throw new IllegalArgumentException("compile: a Head is needed for each output. Received: []");
    }
  }

  /** For a model of one output. */
  public Compilation(Optimizer optimizer, Loss loss, List<Metric> metrics) {
    this(optimizer, List.of(new Head(loss, 1, metrics)));
  }

  /** The first output's loss. */
  public Loss loss() {
    return heads.get(0).loss();
  }

  /** The first output's metrics. */
  public List<Metric> metrics() {
    return heads.get(0).metrics();
  }

  /** The optimizer's step size, at each step. */
  public LearningRateSchedule schedule() {
    return optimizer.schedule();
  }
}
