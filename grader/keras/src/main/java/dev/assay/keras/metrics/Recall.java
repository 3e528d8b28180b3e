package dev.assay.keras.metrics;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * The fraction of labels equal to 1 whose score is above the threshold: in [0, 1], 0 where there
 * are none; as Keras's {@code Recall}, without {@code top_k} and {@code class_id}. All outputs
 * count together (micro average); with {@code SPARSE_CATEGORICAL_CROSSENTROPY} of two outputs,
 * which Keras refuses, class 1 is the positive one.
 *
 * <p>Example:
 *
 * <pre>{@code
 * metric(Metric.RECALL, "[[1], [0], [1]]", "[[0.9], [0.7], [0.4]]"); // -> 0.5
 * metric(Metric.RECALL.threshold(0.3), "[[1], [0], [1]]", "[[0.9], [0.7], [0.4]]"); // -> 1
 * }</pre>
 *
 * @param threshold in [0, 1]; default 0.5
 */
public record Recall(float threshold) implements Metric {
  public Recall {
    Counts.checkThreshold("Recall", threshold);
  }

  public Recall threshold(double newThreshold) {
    return new Recall((float) newThreshold);
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
  public Operand<TFloat32> sums(MetricBatch batch) {
    return Counts.positives(batch, threshold);
  }

  @Override
  public double value(double[] sums, long examples) {
    return Counts.total(sums).recall();
  }
}
