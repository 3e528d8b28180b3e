package dev.assay.training.boosting;

import dev.assay.keras.training.Labelled;
import dev.assay.keras.training.TensorData;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** The weights of training examples while an ensemble is boosted, not negative, adding up to 1. */
public final class ExampleWeights {
  private final double[] values;

  private ExampleWeights(double[] values) {
    double sum = Arrays.stream(values).sum();
    this.values = Arrays.stream(values).map(value -> value / sum).toArray();
  }

  /** Returns the weights to begin with: equal, or in proportion to those that the set has. */
  public static ExampleWeights of(Labelled data) {
    TensorData given = data.weights();
    double[] weights = new double[data.size()];
    Arrays.setAll(weights, i -> given == null ? 1 : given.row(i)[0]);
    return new ExampleWeights(weights);
  }

  /** Returns equal weights. */
  static ExampleWeights equal(int examples) {
    double[] weights = new double[examples];
    Arrays.fill(weights, 1);
    return new ExampleWeights(weights);
  }

  public double get(int example) {
    return values[example];
  }

  /** Returns the mean of a number that each example has. */
  double mean(double[] numbers) {
    double mean = 0;
    for (int i = 0; i < values.length; i++) {
      mean += values[i] * numbers[i];
    }
    return mean;
  }

  /** Returns the largest number of an example that has a weight. */
  double largest(double[] numbers) {
    double largest = 0;
    for (int i = 0; i < values.length; i++) {
      largest = values[i] > 0 ? Math.max(largest, numbers[i]) : largest;
    }
    return largest;
  }

  /** Returns the weights that these become, multiplied by a factor of each example. */
  ExampleWeights times(IntToDoubleFunction factor) {
    double[] next = values.clone();
    Arrays.setAll(next, i -> values[i] * factor.applyAsDouble(i));
    return new ExampleWeights(next);
  }

  /** Returns the examples of a set with these weights, scaled to a mean of 1. */
  public Labelled on(Labelled data) {
    float[] scaled = new float[values.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = (float) (values[i] * scaled.length);
    }
    return new Labelled(
        data.features(), data.labels(), TensorData.floats(List.of(scaled.length), scaled));
  }
}
