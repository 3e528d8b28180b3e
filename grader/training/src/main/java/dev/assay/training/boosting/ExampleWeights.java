package dev.assay.training.boosting;

import dev.assay.keras.training.Labelled;
import dev.assay.keras.training.TensorData;
import java.util.Arrays;
import java.util.List;

/** The weights of training examples while an ensemble is boosted. */
public final class ExampleWeights {
  private ExampleWeights() {}

  /** Returns the weights to begin with, adding up to 1: equal, or those that the set has. */
  public static double[] initial(Labelled data) {
    double[] weights = new double[data.size()];
    Arrays.fill(weights, 1);
    TensorData given = data.weights();
    if (given != null) {
      for (int i = 0; i < weights.length; i++) {
        weights[i] = given.values().getFloat(4 * i);
      }
    }
    return normalised(weights);
  }

  /** Returns the examples with these weights, scaled to a mean of 1. */
  public static Labelled weighted(Labelled data, double[] weights) {
    float[] scaled = new float[weights.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = (float) (weights[i] * scaled.length);
    }
    return new Labelled(
        data.features(), data.labels(), TensorData.floats(List.of(scaled.length), scaled));
  }

  static double[] normalised(double[] weights) {
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(weight -> weight / sum).toArray();
  }
}
