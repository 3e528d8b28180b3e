package dev.assay.keras.metrics;

import dev.assay.keras.losses.Loss;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * The mean of {@code sum(l2_norm(t) l2_norm(p))}: 1 for the same direction, -1 for the opposite; as
 * Keras's {@code CosineSimilarity}.
 *
 * <p>Example:
 *
 * <pre>{@code
 * metric(Metric.COSINE_SIMILARITY, "[[1, 0]]", "[[1, 1]]"); // -> 0.70711
 * }</pre>
 */
public record CosineSimilarity() implements Metric {
  @Override
  public String key() {
    return "cosine_similarity";
  }

  @Override
  public boolean higherIsBetter() {
    return true;
  }

  @Override
  public int width(int outputs) {
    return 1;
  }

  @Override
  public Operand<TFloat32> sums(MetricBatch batch) {
    return batch.total(
        Loss.COSINE_SIMILARITY.perExample(batch.tf(), batch.output(), batch.target()));
  }

  @Override
  public double value(double[] sums, long examples) {
    return -sums[0] / examples;
  }
}
