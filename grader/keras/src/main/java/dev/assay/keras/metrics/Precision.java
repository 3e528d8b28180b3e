package dev.assay.keras.metrics;

import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * Of the scores above the threshold, the share whose label is 1: in [0, 1], 0 where there are none;
 * as Keras's {@code Precision}, without {@code top_k}. All outputs count together (micro average),
 * unless one is chosen.
 *
 * @param threshold in [0, 1]; default 0.5
 * @param classId the output that counts, from 0; may be null: all, the default
 */
public record Precision(float threshold, @Nullable Integer classId) implements Metric {
  public Precision {
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new IllegalArgumentException(
          "Precision: threshold must be in [0, 1]. Received: " + threshold);
    }
    if (classId != null && classId < 0) {
      throw new IllegalArgumentException(
          "Precision: classId must be at least 0. Received: " + classId);
    }
  }

  public Precision threshold(double newThreshold) {
    return new Precision((float) newThreshold, classId);
  }

  public Precision classId(int newClassId) {
    return new Precision(threshold, newClassId);
  }

  @Override
  public String key() {
    return "precision";
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
    Counts.checkClass("Precision", classId, batch.outputs());
    return Counts.sums(batch, batch.above(threshold));
  }

  @Override
  public double value(double[] sums, long examples) {
    return Counts.chosen(sums, classId).precision();
  }
}
