package dev.assay.worker;

import dev.assay.keras.training.TensorData;
import dev.assay.training.Predictor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Predicts all examples again in other company: what an example's outputs must not depend on.
 *
 * <p>Order and batch sizes are drawn anew each time, so that no place in a batch, and no size of
 * one, tells a model that it is being tried. Some examples are also predicted alone.
 */
final class Batches {
  /** The number of examples that are also predicted alone. */
  static final int ALONE = 64;

  /** The largest batch is two to this power. */
  private static final int LARGEST = 8;

  private Batches() {}

  /**
   * The largest difference between what was predicted before and what is predicted again.
   *
   * @param outputs for all examples
   * @param random draws order and sizes
   * @return relative to outputs above 1; {@link Float#MAX_VALUE} where only one is a number
   */
  static double difference(
      Predictor predictor, TensorData features, float[] outputs, RandomGenerator random) {
    int width = outputs.length / features.rows();
    double largest = 0;
    for (int[] batch : drawn(features.rows(), random)) {
      float[] again = predictor.predict(features, batch);
      for (int i = 0; i < again.length; i++) {
        float first = outputs[batch[i / width] * width + i % width];
        largest = Math.max(largest, difference(first, again[i]));
      }
    }
    return largest;
  }

  /**
   * Divides a number of rows into batches: each row is in one of two or more examples, unless there
   * is only one row or one is left over, and {@link #ALONE} of them are in one of their own too.
   *
   * <p>The logarithms of the sizes are evenly drawn, so that small batches are as likely as large
   * ones.
   */
  static List<int[]> drawn(int rows, RandomGenerator random) {
    int[] order = shuffled(rows, random);
    List<int[]> batches = new ArrayList<>();
    for (int row : Arrays.copyOf(order, Math.min(ALONE, rows))) {
      batches.add(new int[] {row});
    }
    int[] again = shuffled(rows, random);
    int from = 0;
    while (from < rows) {
      int size = (int) Math.round(Math.pow(2, random.nextDouble(1, LARGEST)));
      // A single batch would be that of before, in another order.
      int to = Math.min(rows - (from == 0 && rows > 2 ? 1 : 0), from + size);
      batches.add(Arrays.copyOfRange(again, from, to));
      from = to;
    }
    return batches;
  }

  private static int[] shuffled(int rows, RandomGenerator random) {
    int[] order = new int[rows];
    for (int i = 0; i < rows; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  static double difference(float one, float other) {
    if (Float.compare(one, other) == 0) {
      return 0;
    }
    double difference = Math.abs((double) one - other) / Math.max(1, Math.abs((double) one));
    return Float.isFinite(one) && Float.isFinite(other) ? difference : Float.MAX_VALUE;
  }
}
