package dev.assay.keras.training;

import dev.assay.keras.models.ElementType;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Features with their labels.
 *
 * <p>Example:
 *
 * <pre>{@code
 * TensorData x = TensorData.rows(new float[] {5.1f, 3.5f}, new float[] {6.2f, 2.9f});
 * Labelled validation = new Labelled(x, TensorData.classes(0, 2));
 * validation.size(); // -> 2
 * Arrays.toString(validation.examples(1, 2).labels().row(0)); // -> [2.0]
 * error(() -> new Labelled(x, TensorData.classes(0)));
 * // -> features and labels must have the same, positive number of rows. Received: 2 and 1
 * }</pre>
 *
 * @param features {@code (n, ...)}
 * @param labels {@code (n)}: class numbers as INT32 or targets as FLOAT32; or {@code (n, outputs)}:
 *     a number or a 0 or 1 for each output
 * @param weights {@code (n)}, FLOAT32: how much each example counts in the training loss, as
 *     Keras's {@code sample_weight}; the mean over a batch is divided by its number of examples,
 *     whatever they weigh. Null: every example weighs 1. Evaluation ignores them
 */
public record Labelled(TensorData features, TensorData labels, @Nullable TensorData weights) {
  public Labelled {
    if (features.rows() != labels.rows() || features.rows() == 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "features and labels must have the same, positive number of rows. Received: %d and"
                  + " %d",
              features.rows(),
              labels.rows()));
    }
    if (weights != null
        && (weights.type() != ElementType.FLOAT32
            || !weights.shape().equals(List.of(features.rows())))) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "weights must be a FLOAT32 for each of the %d rows. Received: %s of shape %s",
              features.rows(),
              weights.type(),
              weights.shape()));
    }
  }

  /** Examples that all weigh 1. */
  public Labelled(TensorData features, TensorData labels) {
    this(features, labels, null);
  }

  /** Returns the number of examples. */
  public int size() {
    return features.rows();
  }

  /**
   * The examples from one number up to, but not including, another, with their labels.
   *
   * @throws IllegalArgumentException where there are no such examples
   */
  public Labelled examples(int from, int to) {
    return new Labelled(
        features.examples(from, to),
        labels.examples(from, to),
        weights == null ? null : weights.examples(from, to));
  }
}
