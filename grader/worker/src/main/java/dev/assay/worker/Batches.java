package dev.assay.worker;

import dev.assay.keras.training.Predictor;
import dev.assay.keras.training.TensorData;
import java.util.stream.IntStream;

/**
 * Predicts some examples again in other company: what an example's outputs must not depend on.
 *
 * <p>They are taken from all over the set, and so from all places in a batch: a model may look at
 * the company of some places only.
 */
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
    int width = outputs.length / features.rows();
    int[] rows = reversed(features.rows());
    double largest = 0;
    float[] together = predictor.predict(features, rows);
    for (int place = 0; place < rows.length; place++) {
      float[] alone = predictor.predict(features, new int[] {rows[place]});
      for (int i = 0; i < width; i++) {
        float first = outputs[rows[place] * width + i];
        largest = Math.max(largest, difference(first, alone[i]));
        largest = Math.max(largest, difference(first, together[place * width + i]));
      }
    }
    return largest;
  }

  /** Which of so many rows are predicted again, the last ones first. */
  static int[] reversed(int rows) {
    int count = Math.min(EXAMPLES, rows);
    return IntStream.range(0, count)
        .map(i -> (int) ((long) (count - 1 - i) * rows / count))
        .toArray();
  }

  static double difference(float one, float other) {
    if (Float.compare(one, other) == 0) {
      return 0;
    }
    double difference = Math.abs((double) one - other) / Math.max(1, Math.abs((double) one));
    return Float.isFinite(one) && Float.isFinite(other) ? difference : Float.MAX_VALUE;
  }
}
