package dev.assay.keras.models;

import dev.assay.keras.losses.Loss;
import dev.assay.keras.metrics.Metric;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The loss and metrics of one of a model's outputs: in Keras an entry in each of {@code compile}'s
 * lists, {@code loss=[...], loss_weights=[...], metrics=[...]}.
 *
 * <p>Example:
 *
 * <pre>{@code
 * Input x = Input.layer();
 * Node y = Dense.of(1).kernelInitializer(Initializer.ONES).apply(x);
 * Node early = Dense.of(1).kernelInitializer(Initializer.ZEROS).apply(x);
 * Head second = Head.of(Loss.MEAN_ABSOLUTE_ERROR).lossWeight(0.5);
 * Model model =
 *     Functional.of(x, y, early).compile(SGD.defaults(), Head.of(Loss.MEAN_SQUARED_ERROR), second);
 * firstEpoch(model, new Labelled(TensorData.rows(new float[] {1}), TensorData.targets(3)));
 * // -> loss 5.5, dense_loss 4, dense_1_loss 3
 * }</pre>
 *
 * @param loss of this output
 * @param lossWeight its share in the model's loss, which is the sum of all outputs' losses, each
 *     times its weight, as Keras's {@code loss_weights}: finite, at least 0; default 1
 * @param metrics reported beside the loss, in this order; each once, at most 32
 */
public record Head(Loss loss, float lossWeight, List<Metric> metrics) {
  /** The most metrics of an output: each is a column of the history. */
  public static final int MAX_METRICS = 32;

  public Head {
    Objects.requireNonNull(loss, "loss must not be null");
    if (!(lossWeight >= 0 && lossWeight < Float.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "Head: lossWeight must be finite and at least 0. Received: " + lossWeight);
    }
    metrics = metrics.stream().distinct().toList();
    if (metrics.size() > MAX_METRICS) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Head: an output has at most %d metrics. Received: %d",
              MAX_METRICS,
              metrics.size()));
    }
  }

  /** An output whose loss counts once. */
  public static Head of(Loss loss, Metric... metrics) {
    return new Head(loss, 1, List.of(metrics));
  }

  public Head lossWeight(double newLossWeight) {
    return new Head(loss, (float) newLossWeight, metrics);
  }
}
