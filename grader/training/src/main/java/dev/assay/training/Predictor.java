package dev.assay.training;

import dev.assay.keras.models.OutputSpec;
import dev.assay.keras.models.TensorSpec;
import dev.assay.keras.models.manifest.Trace;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.models.weights.WeightSpec;
import dev.assay.keras.training.Labelled;
import dev.assay.keras.training.TensorData;
import dev.assay.training.session.BatchFeed;
import dev.assay.training.session.Evaluator;
import dev.assay.training.session.FloatTensors;
import dev.assay.training.session.ModelSession;
import dev.assay.training.session.Objective;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;

/** A model with given weights, for evaluation and prediction. */
public final class Predictor implements AutoCloseable {
  private final ModelSession model;
  // A graph only grows: what was added for labels of one kind serves for all of them.
  private final Map<TensorSpec, Objective> objectives = new HashMap<>();

  /**
   * Loads a model.
   *
   * @param weights a value for every weight of the manifest
   * @param threads of TensorFlow's, positive
   * @throws IllegalArgumentException when one is missing or of another size
   */
  public Predictor(ModelGraph graph, Map<String, float[]> weights, int threads) {
    for (WeightSpec weight : graph.manifest().weights()) {
      if (!weights.containsKey(weight.name())) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "weight %s needs %d values. Received: none",
                weight.name(),
                weight.size()));
      }
    }
    model = new ModelSession(graph, threads);
    model.assign(weights);
  }

  /** Replaces the weights that are given. */
  public void assign(Map<String, float[]> weights) {
    model.assign(weights);
  }

  /**
   * Loss and metrics over a set, by key ("loss", "accuracy", ...), with the prefix before each key.
   *
   * @throws IllegalArgumentException where labels do not fit the outputs
   */
  public Map<String, Double> evaluate(Labelled data, String prefix) {
    ClassNumbers.check(model.manifest(), data.labels());
    Objective objective =
        objectives.computeIfAbsent(
            data.labels().example(), labels -> Evaluator.objective(model, data.labels()));
    try (Evaluator evaluator = new Evaluator(model, data, objective)) {
      return evaluator.evaluate(prefix);
    }
  }

  /** The first output for each example, row after row. */
  public float[] predict(TensorData features) {
    return predict(features, Resampling.all(features.rows()));
  }

  /**
   * The outputs for the examples of these rows, in their order.
   *
   * @throws IllegalArgumentException where the graph's output is not what its manifest says
   */
  public float[] predict(TensorData features, int[] rows) {
    return predict(features, rows, 1).get(0);
  }

  /** Returns every output for each example, row by row, in the order of the model's outputs. */
  public List<float[]> predictAll(TensorData features) {
    int outputs = model.manifest().heads().outputs().size();
    return predict(features, Resampling.all(features.rows()), outputs);
  }

  private List<float[]> predict(TensorData features, int[] rows, int outputs) {
    Trace serving = model.manifest().serving();
    Output<?> input = model.input(serving);
    List<float[]> all = new ArrayList<>();
    for (OutputSpec output : model.manifest().heads().outputs().subList(0, outputs)) {
      all.add(new float[Math.multiplyExact(rows.length, output.spec().size())]);
    }
    try (BatchFeed feed = new BatchFeed(features, Evaluator.BATCH)) {
      for (int from = 0; from < rows.length; from += Evaluator.BATCH) {
        int size = Math.min(Evaluator.BATCH, rows.length - from);
        Session.Runner runner = model.runner().feed(input, feed.batch(rows, from, size));
        for (int i = 0; i < outputs; i++) {
          runner.fetch(serving.output(i));
        }
        try (Result result = runner.run()) {
          for (int i = 0; i < outputs; i++) {
            int width = all.get(i).length / rows.length;
            float[] values = values(result.get(i), size, width);
            System.arraycopy(values, 0, all.get(i), from * width, values.length);
          }
        }
      }
    }
    return all;
  }

  private static float[] values(Tensor output, int examples, int width) {
    float[] values = FloatTensors.of(output);
    if (values.length != examples * width) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The model's output has %d values for a batch of %d examples; %d were expected.",
              values.length,
              examples,
              examples * width));
    }
    return values;
  }

  @Override
  public void close() {
    model.close();
  }
}
