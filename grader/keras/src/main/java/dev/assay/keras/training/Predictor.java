package dev.assay.keras.training;

import dev.assay.keras.models.ModelGraph;
import dev.assay.keras.models.TensorSpec;
import dev.assay.keras.models.Trace;
import dev.assay.keras.models.WeightSpec;
import java.util.HashMap;
import java.util.Map;
import org.tensorflow.Output;
import org.tensorflow.Result;

/** A model with given weights, for evaluation and prediction. */
public final class Predictor implements AutoCloseable {
  private final ModelSession model;
  private final Map<TensorSpec, Evaluator> evaluators = new HashMap<>();

  /**
   * Loads a model.
   *
   * @param weights a value for every weight of the manifest
   * @param threads for TensorFlow's kernels, positive
   * @throws IllegalArgumentException when one is missing or of another size
   */
  public Predictor(ModelGraph graph, Map<String, float[]> weights, int threads) {
    for (WeightSpec weight : graph.manifest().weights()) {
      if (!weights.containsKey(weight.name())) {
        throw new IllegalArgumentException(
            "weight %s needs %d values. Received: none".formatted(weight.name(), weight.size()));
      }
    }
    model = new ModelSession(graph, threads);
    model.assign(weights);
  }

  /** Replaces the weights that are given. */
  void assign(Map<String, float[]> weights) {
    model.assign(weights);
  }

  /**
   * Loss and metrics over a set, by key ("loss", "accuracy", ...), with the prefix before each key.
   */
  public Map<String, Double> evaluate(Labelled data, String prefix) {
    return evaluators
        .computeIfAbsent(data.labels().example(), labels -> new Evaluator(model, data.labels()))
        .evaluate(data, prefix);
  }

  /** The outputs for each example, row after row. */
  public float[] predict(TensorData features) {
    Trace serving = model.manifest().serving();
    Output<?> input = model.input(serving);
    int width = model.manifest().output().shape().stream().reduce(1, Math::multiplyExact);
    float[] outputs = new float[Math.multiplyExact(features.rows(), width)];
    try (BatchFeed feed = new BatchFeed(features, Evaluator.BATCH)) {
      for (int from = 0; from < features.rows(); from += Evaluator.BATCH) {
        int size = Math.min(Evaluator.BATCH, features.rows() - from);
        try (Result result =
            model
                .runner()
                .feed(input, feed.batch(null, from, size))
                .fetch(model.output(serving))
                .run()) {
          System.arraycopy(Floats.of(result.get(0)), 0, outputs, from * width, size * width);
        }
      }
    }
    return outputs;
  }

  @Override
  public void close() {
    model.close();
  }
}
