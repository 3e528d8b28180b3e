package dev.assay.keras.models;

import dev.assay.keras.losses.Loss;
import dev.assay.keras.metrics.Metric;
import java.util.List;
import java.util.Objects;

/**
 * How one of a model's outputs is trained: {@code
 * Head.of(Loss.MEAN_SQUARED_ERROR).lossWeight(0.3)}.
 *
 * @param loss of this output
 * @param lossWeight its share in the model's loss, which is the sum of all outputs' losses, each
 *     times its weight, as Keras's {@code loss_weights}: finite, at least 0; default 1
 * @param metrics reported beside the loss, in this order; each once
 */
public record Head(Loss loss, float lossWeight, List<Metric> metrics) {
  public Head {
    Objects.requireNonNull(loss, "loss must not be null");
    if (!(lossWeight >= 0 && lossWeight < Float.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "Head: lossWeight must be finite and at least 0. Received: " + lossWeight);
    }
    metrics = metrics.stream().distinct().toList();
  }

  /** An output whose loss counts once. */
  public static Head of(Loss loss, Metric... metrics) {
    return new Head(loss, 1, List.of(metrics));
  }

  public Head lossWeight(double newLossWeight) {
    return new Head(loss, (float) newLossWeight, metrics);
  }
}
