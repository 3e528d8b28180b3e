package dev.assay.keras.training;

/** Mean and population variance per feature, shifted by the first row against cancellation. */
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
      variance[i] = (float) Math.max(0, squares[i] / count - mean * mean);
    }
    return variance;
  }
}
