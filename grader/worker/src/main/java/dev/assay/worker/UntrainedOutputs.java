package dev.assay.worker;

import dev.assay.keras.models.weights.WeightSpec;
import dev.assay.keras.training.TensorData;
import dev.assay.training.Predictor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Predicts with the weights that the optimizer updates as they are without training: first those
 * that training began with, then others that their initializers might as well have drawn.
 *
 * <p>A single draw may get some of a small set right by chance; what was built in is right with
 * each.
 */
final class UntrainedOutputs {
  private static final int MOST_DRAWS = 4;

  /** Examples in all further draws; of a large set one draw is enough, as chance evens out. */
  private static final int EXAMPLES = 4_000;

  private final Predictor predictor;
  private final TensorData features;

  UntrainedOutputs(Predictor predictor, TensorData features) {
    this.predictor = predictor;
    this.features = features;
  }

  /** Returns the number of draws, after the first, to predict with. */
  static int draws(int rows) {
    return Math.max(1, Math.min(MOST_DRAWS, EXAMPLES / Math.max(1, rows)));
  }

  /**
   * Predicts.
   *
   * @param first the weights before training that the optimizer updates
   * @param specs of all weights
   * @return for each example its outputs of the first draw, then those of the next one ...; what is
   *     no number is 0, so that it does not keep the others from being scored
   */
  float[] predict(Map<String, float[]> first, List<WeightSpec> specs) {
    int rows = features.rows();
    int draws = 1 + draws(rows);
    float[] all = new float[0];
    for (int draw = 0; draw < draws; draw++) {
      predictor.assign(draw == 0 ? first : drawn(specs, draw));
      float[] outputs = predictor.predict(features);
      int width = outputs.length / rows;
      all = draw == 0 ? new float[Math.multiplyExact(outputs.length, draws)] : all;
      for (int i = 0; i < outputs.length; i++) {
        int place = (i / width * draws + draw) * width + i % width;
        all[place] = Float.isFinite(outputs[i]) ? outputs[i] : 0;
      }
    }
    return all;
  }

  private static Map<String, float[]> drawn(List<WeightSpec> specs, int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, float[]> weights = new HashMap<>();
    for (WeightSpec weight : specs) {
      if (weight.trainable()) {
        weights.put(weight.name(), weight.initializer().values(weight.shape(), random.nextLong()));
      }
    }
    return weights;
  }
}
