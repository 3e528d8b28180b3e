package dev.assay.keras.models;

import dev.assay.keras.layers.Named;
import dev.assay.keras.losses.Loss;
import dev.assay.keras.metrics.Metric;
import dev.assay.keras.optimizers.Optimizer;
import dev.assay.keras.schedules.LearningRateSchedule;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of {@code compile}.
 *
 * @param heads how each output is trained, in the outputs' order, at least one; the first is the
 *     output that is served and scored
 * @param name the model's, that {@code summary()} shows; may be null: it has none
 */
public record Compilation(Optimizer optimizer, List<Head> heads, @Nullable String name) {
  public Compilation {
    Objects.requireNonNull(optimizer, "optimizer must not be null");
    heads = List.copyOf(heads);
    if (heads.isEmpty()) {
      throw new IllegalArgumentException("compile: a Head is needed for each output. Received: []");
    }
    if (name != null) {
      Named.check(name);
    }
  }

  /** Creates a compilation for a model without a name. */
  public Compilation(Optimizer optimizer, List<Head> heads) {
    this(optimizer, heads, null);
  }

  /** Creates a compilation for a model with one output. */
  public Compilation(Optimizer optimizer, Loss loss, List<Metric> metrics) {
    this(optimizer, List.of(new Head(loss, 1, metrics)));
  }

  /** Returns the same arguments for a model with another name. */
  Compilation name(@Nullable String newName) {
    return new Compilation(optimizer, heads, newName);
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
