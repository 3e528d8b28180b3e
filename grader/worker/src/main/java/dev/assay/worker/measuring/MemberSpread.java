package dev.assay.worker.measuring;

import dev.assay.keras.models.manifest.Manifest;
import dev.assay.keras.models.tracing.ModelGraph;
import dev.assay.keras.models.weights.WeightSpec;
import dev.assay.keras.training.TensorData;
import dev.assay.training.Predictor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How far the predictions of an ensemble's members are apart. */
public final class MemberSpread {
  private MemberSpread() {}

  /**
   * Compares the first output of all members.
   *
   * @param weights of the whole ensemble
   * @return the mean over examples of the standard deviation between members, divided by that
   *     between examples; 0 where all members are alike
   */
  public static double of(
      ModelGraph ensemble, Map<String, float[]> weights, TensorData features, int threads) {
    List<float[]> outputs = new ArrayList<>();
    for (Manifest member : ensemble.parts().members()) {
      Map<String, float[]> own = new LinkedHashMap<>();
      for (WeightSpec weight : member.weights()) {
        own.put(weight.name(), Objects.requireNonNull(weights.get(weight.name())));
      }
      try (Predictor predictor = new Predictor(ensemble.part(member), own, threads)) {
        outputs.add(predictor.predict(features));
      }
    }
    double between = 0;
    float[] means = new float[outputs.get(0).length];
    float[] values = new float[outputs.size()];
    for (int i = 0; i < means.length; i++) {
      for (int k = 0; k < values.length; k++) {
        values[k] = outputs.get(k)[i];
      }
      means[i] = (float) mean(values);
      between += deviation(values) / means.length;
    }
    return between / Math.max(1e-12, deviation(means));
  }

  private static double mean(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double deviation(float[] values) {
    double middle = mean(values);
    double sum = 0;
    for (float value : values) {
      sum += (value - middle) * (value - middle);
    }
    return Math.sqrt(sum / values.length);
  }
}
