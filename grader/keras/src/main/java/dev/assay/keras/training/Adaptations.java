package dev.assay.keras.training;

import dev.assay.keras.models.Trace;
import java.util.Map;
import org.tensorflow.Result;

/** Sets the weights of Normalization layers to the moments of the training set. */
final class Adaptations {
  private Adaptations() {}

  /** Measures and assigns, in the order of the layers, since one may feed the next. */
  static void run(ModelSession model, TensorData features, int[] rows) {
    for (Trace.Adaptation adaptation : model.manifest().serving().adaptations()) {
      Moments moments = measure(model, features, rows, adaptation.tensor());
      model.assign(
          Map.of(adaptation.mean(), moments.mean(), adaptation.variance(), moments.variance()));
    }
  }

  private static Moments measure(
      ModelSession model, TensorData features, int[] rows, String tensor) {
    Moments moments = new Moments();
    var input = model.input(model.manifest().serving());
    try (BatchFeed feed = new BatchFeed(features, Evaluator.BATCH)) {
      for (int from = 0; from < rows.length; from += Evaluator.BATCH) {
        int size = Math.min(Evaluator.BATCH, rows.length - from);
        try (Result result =
            model.runner().feed(input, feed.batch(rows, from, size)).fetch(tensor).run()) {
          var shape = result.get(0).shape();
          int width = Math.toIntExact(shape.get(shape.numDimensions() - 1));
          moments.add(Floats.of(result.get(0)), width);
        }
      }
    }
    return moments;
  }

  /** Mean and population variance per feature, shifted by the first row against cancellation. */
  private static final class Moments {
    private double[] shift = {};
    private double[] sums = {};
    private double[] squares = {};
    private long count;

    void add(float[] values, int width) {
      if (count == 0) {
        shift = new double[width];
        sums = new double[width];
        squares = new double[width];
        for (int i = 0; i < width; i++) {
          shift[i] = values[i];
        }
      }
      for (int i = 0; i < values.length; i++) {
        double difference = values[i] - shift[i % width];
        sums[i % width] += difference;
        squares[i % width] += difference * difference;
      }
      count += values.length / width;
    }

    float[] mean() {
      float[] mean = new float[sums.length];
      for (int i = 0; i < mean.length; i++) {
        mean[i] = (float) (shift[i] + sums[i] / count);
      }
      return mean;
    }

    float[] variance() {
      float[] variance = new float[sums.length];
      for (int i = 0; i < variance.length; i++) {
        double mean = sums[i] / count;
        variance[i] = (float) Math.max(0, squares[i] / count - mean * mean);
      }
      return variance;
    }
  }
}
