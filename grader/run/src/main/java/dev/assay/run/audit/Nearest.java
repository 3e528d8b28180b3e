package dev.assay.run.audit;

import dev.assay.datasets.arrays.Examples;
import dev.assay.datasets.arrays.NumericArray;
import dev.assay.problems.Task;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Predicts examples by the nearest of a few others, on features of a common scale. */
final class Nearest {
  private static final int MOST = 500;

  private final float[] scales;
  private final Examples asked;
  private final Task task;

  Nearest(NumericArray features, Examples validation, Task task) {
    this.task = task;
    asked = validation.take(IntStream.range(0, Math.min(MOST, validation.size())).toArray());
    scales = scales(features);
  }

  /** One divided by the deviation of each feature, over the first examples. */
  private static float[] scales(NumericArray features) {
    int width = features.rowSize();
    int rows = Math.min(MOST, features.rows());
    float[] scales = new float[width];
    for (int column = 0; column < width; column++) {
      double sum = 0;
      double squares = 0;
      for (int row = 0; row < rows; row++) {
        double value = features.getFloat(row * width + column);
        sum += value;
        squares += value * value;
      }
      double variance = squares / rows - sum / rows * (sum / rows);
      scales[column] = variance > 1e-12 ? (float) (1 / Math.sqrt(variance)) : 0;
    }
    return scales;
  }

  /** Scores the prediction of the others: the share that is right, or minus the squared error. */
  double agreement(List<Integer> rows, Examples train) {
    double total = 0;
    for (int row = 0; row < asked.size(); row++) {
      int nearest = nearest(row, rows, train.features());
      total += agreement(row, nearest, train.labels());
    }
    return total / asked.size();
  }

  private int nearest(int row, List<Integer> rows, NumericArray features) {
    double[] distances =
        rows.stream().mapToDouble(other -> distance(row, other, features)).toArray();
    int best = 0;
    for (int i = 1; i < distances.length; i++) {
      best = distances[i] < distances[best] ? i : best;
    }
    return rows.get(best);
  }

  private double distance(int row, int other, NumericArray features) {
    double sum = 0;
    for (int i = 0; i < scales.length; i++) {
      double difference =
          asked.features().getFloat(row * scales.length + i)
              - features.getFloat(other * scales.length + i);
      sum += difference * difference * scales[i] * scales[i];
    }
    return sum;
  }

  private double agreement(int row, int nearest, NumericArray labels) {
    int width = labels.rowSize();
    if (task == Task.REGRESSION) {
      double error = asked.labels().getFloat(row) - labels.getFloat(nearest);
      return -error * error;
    }
    int[] wanted = new int[width];
    int[] given = new int[width];
    for (int i = 0; i < width; i++) {
      wanted[i] = asked.labels().getInt(row * width + i);
      given[i] = labels.getInt(nearest * width + i);
    }
    return Arrays.equals(wanted, given) ? 1 : 0;
  }
}
