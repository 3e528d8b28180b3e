package dev.assay.report.score;

import java.util.Arrays;

/** The coefficient of determination, in two passes over the examples. */
final class RSquared {

  private RSquared() {}

  static double of(float[] predicted, float[] labels) {
    int[] all = new int[labels.length];
    Arrays.setAll(all, i -> i);
    return of(predicted, labels, all);
  }

  /** R² of the examples with these indices; one may occur repeatedly. */
  static double of(float[] predicted, float[] labels, int[] indices) {
    double sum = 0;
    for (int i : indices) {
      sum += labels[i];
    }
    double mean = sum / indices.length;
    double residual = 0;
    double total = 0;
    for (int i : indices) {
      double error = (double) predicted[i] - labels[i];
      double distance = labels[i] - mean;
      residual += error * error;
      total += distance * distance;
    }
    if (total == 0) {
      return residual == 0 ? 1 : 0;
    }
    return 1 - residual / total;
  }
}
