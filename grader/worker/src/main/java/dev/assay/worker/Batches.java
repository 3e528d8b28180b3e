package dev.assay.worker;

import dev.assay.keras.training.Predictor;
import dev.assay.keras.training.TensorData;
import java.util.stream.IntStream;

/** Predicts some examples again in other company: what an example's outputs must not depend on. */
final class Batches {
  private static final int EXAMPLES = 64;

  private Batches() {}

  /**
   * The largest difference to what was predicted before, of examples alone and in reverse order.
   *
   * @param outputs for all examples
   * @return relative to outputs above 1; {@link Float#MAX_VALUE} where only one is a number
   */
  static double difference(Predictor predictor, TensorData features, float[] outputs) {
    int count = Math.min(EXAMPLES, features.rows());
    int width = outputs.length / features.rows();
    double largest = 0;
    float[] reversed =
        predictor.predict(features, IntStream.range(0, count).map(i -> count - 1 - i).toArray());
    for (int row = 0; row < count; row++) {
      float[] alone = predictor.predict(features, new int[] {row});
      for (int i = 0; i < width; i++) {
        float first = outputs[row * width + i];
        largest = Math.max(largest, difference(first, alone[i]));
        largest = Math.max(largest, difference(first, reversed[(count - 1 - row) * width + i]));
      }
    }
    return largest;
  }

  static double difference(float one, float other) {
    if (Float.compare(one, other) == 0) {
      return 0;
    }
    double difference = Math.abs((double) one - other) / Math.max(1, Math.abs((double) one));
    return Float.isFinite(one) && Float.isFinite(other) ? difference : Float.MAX_VALUE;
  }
}
