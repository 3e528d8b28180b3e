package dev.assay.training.session;

import dev.assay.keras.training.Labelled;
import dev.assay.keras.training.TensorData;
import java.util.HashMap;
import java.util.Map;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;

/** Loss and metrics over a whole set, with the serving graph. */
public final class Evaluator implements AutoCloseable {
  /**
   * Large enough to keep the kernels busy, small enough for the cache; the result does not depend
   * on it.
   */
  public static final int BATCH = 256;

  private final ModelSession model;
  private final Labelled data;
  private final Objective objective;
  private final BatchFeed features;
  private final BatchFeed labels;
  private final Map<Integer, Session.Runner> runners = new HashMap<>();
  private final double[] batchSums;

  public Evaluator(ModelSession model, Labelled data) {
    this(model, data, objective(model, data.labels()));
  }

  /**
   * An evaluator of one more set.
   *
   * @param objective as {@link #objective} added it for labels of this kind
   */
  public Evaluator(ModelSession model, Labelled data, Objective objective) {
    this.model = model;
    this.data = data;
    this.objective = objective;
    features = new BatchFeed(data.features(), BATCH);
    labels = new BatchFeed(data.labels(), BATCH);
    batchSums = new double[new MetricSums(model.manifest()).width()];
  }

  /** Adds what evaluation computes to the serving graph. */
  public static Objective objective(ModelSession model, TensorData labels) {
    return Objective.add(model, model.manifest().serving(), Targets.of(labels));
  }

  /** Loss and metrics by key, each key with the prefix. */
  public Map<String, Double> evaluate(String prefix) {
    MetricSums sums = new MetricSums(model.manifest());
    for (int from = 0; from < data.size(); from += BATCH) {
      int size = Math.min(BATCH, data.size() - from);
      try (Result result = batch(from, size).run()) {
        read(result);
        sums.add(batchSums, size);
      }
    }
    return sums.values(prefix);
  }

  /** A runner that is fed with these rows; a set of one batch is copied once. */
  private Session.Runner batch(int from, int size) {
    Session.Runner runner = runners.get(size);
    if (runner != null && size == data.size()) {
      return runner;
    }
    Tensor x = features.batch(null, from, size);
    Tensor y = labels.batch(null, from, size);
    return runners.computeIfAbsent(size, key -> runner(x, y));
  }

  private Session.Runner runner(Tensor x, Tensor y) {
    Session.Runner runner =
        model.runner().feed(model.input(model.manifest().serving()), x).feed(objective.labels(), y);
    objective.parts().forEach(runner::fetch);
    return runner;
  }

  private void read(Result parts) {
    int at = 0;
    for (int i = 0; i < parts.size(); i++) {
      for (float value : FloatTensors.of(parts.get(i))) {
        batchSums[at++] = value;
      }
    }
  }

  @Override
  public void close() {
    features.close();
    labels.close();
  }
}
