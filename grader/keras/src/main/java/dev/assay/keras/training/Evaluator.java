package dev.assay.keras.training;

import dev.assay.keras.models.Trace;
import java.util.Map;
import org.tensorflow.Output;
import org.tensorflow.Result;

/** Loss and metrics over a whole set, with the serving graph. */
final class Evaluator {
  /**
   * Large enough to keep the kernels busy, small enough for the cache; the result does not depend
   * on it.
   */
  static final int BATCH = 256;

  private final ModelSession model;
  private final Trace serving;
  private final Objective objective;

  Evaluator(ModelSession model, TensorData labels) {
    this.model = model;
    serving = model.manifest().serving();
    objective = Objective.add(model, serving, Targets.of(labels));
  }

  /** Loss and metrics by key, each key with the prefix. */
  Map<String, Double> evaluate(Labelled data, String prefix) {
    Sums sums = new Sums(model.manifest());
    float[] batchSums = new float[sums.width()];
    Output<?> input = model.input(serving);
    try (BatchFeed features = new BatchFeed(data.features(), BATCH);
        BatchFeed labels = new BatchFeed(data.labels(), BATCH)) {
      for (int from = 0; from < data.size(); from += BATCH) {
        int size = Math.min(BATCH, data.size() - from);
        try (Result result =
            model
                .runner()
                .feed(input, features.batch(null, from, size))
                .feed(objective.labels(), labels.batch(null, from, size))
                .fetch(objective.sums())
                .run()) {
          Floats.read(result.get(0), batchSums);
          sums.add(batchSums, size);
        }
      }
    }
    return sums.values(prefix);
  }
}
