package dev.assay.training.adapting;

/**
 * Mean and population variance per feature, shifted by the first row against cancellation: the
 * variance is 0 exactly where all values of a feature are equal.
 */
final class Moments {
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
      variance[i] = squares[i] == 0 ? 0 : inRange(squares[i] / count - mean * mean);
    }
    return variance;
  }

  /** The nearest number that float32 has and TensorFlow does not take for 0 or for infinite. */
  private static float inRange(double variance) {
    return (float) Math.min(Math.max(variance, Float.MIN_NORMAL), Float.MAX_VALUE);
  }
}
