package dev.assay.keras.training;

/**
 * Features with their labels.
 *
 * <p>Example:
 *
 * <pre>{@code
 * TensorData x = TensorData.rows(new float[] {5.1f, 3.5f}, new float[] {6.2f, 2.9f});
 * Labelled validation = new Labelled(x, TensorData.classes(0, 2));
 * validation.labels().rows(); // -> 2
 * error(() -> new Labelled(x, TensorData.classes(0)));
 * // -> features and labels must have the same, positive number of rows. Received: 2 and 1
 * }</pre>
 *
 * @param features {@code (n, ...)}
 * @param labels {@code (n)}: class numbers as INT32 or targets as FLOAT32; or {@code (n, outputs)}:
 *     a number or a 0 or 1 for each output
 */
public record Labelled(TensorData features, TensorData labels) {
  public Labelled {
    if (features.rows() != labels.rows() || features.rows() == 0) {
      throw new IllegalArgumentException(
          "features and labels must have the same, positive number of rows. Received: %d and %d"
              .formatted(features.rows(), labels.rows()));
    }
  }

  int size() {
    return features.rows();
  }
}
