package dev.assay.keras.metrics;

import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * Of the labels that are 1, the share with a score above the threshold: in [0, 1], 0 where there
 * are none; as Keras's {@code Recall}, without {@code top_k}. All outputs count together (micro
 * average), unless one is chosen.
 *
 * @param threshold in [0, 1]; default 0.5
 * @param classId the output that counts, from 0; may be null: all, the default
 */
public record Recall(float threshold, @Nullable Integer classId) implements Metric {
  public Recall {
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new IllegalArgumentException(
          "Recall: threshold must be in [0, 1]. Received: " + threshold);
    }
    if (classId != null && classId < 0) {
      throw new IllegalArgumentException(
          "Recall: classId must be at least 0. Received: " + classId);
    }
  }

  public Recall threshold(double newThreshold) {
    return new Recall((float) newThreshold, classId);
  }

  public Recall classId(int newClassId) {
    return new Recall(threshold, newClassId);
  }

  @Override
  public String key() {
    return "recall";
  }

  @Override
  public boolean higherIsBetter() {
    return true;
  }

  @Override
  public int width(int outputs) {
    return Counts.width(outputs);
  }

  @Override
  public Operand<TFloat32> sums(Batch batch) {
    Counts.checkClass("Recall", classId, batch.outputs());
    return Counts.sums(batch, batch.above(threshold));
  }

  @Override
  public double value(double[] sums, long examples) {
    return Counts.chosen(sums, classId).recall();
  }
}
