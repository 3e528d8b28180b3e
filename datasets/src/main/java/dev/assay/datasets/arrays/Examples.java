package dev.assay.datasets.arrays;

import java.util.Locale;

/**
 * Features with their labels, row by row.
 *
 * @param features {@code [n, ...]}: {@code UINT8 [n, 28, 28]} for images, {@code FLOAT32 [n,
 *     features]} for tables
 * @param labels {@code [n]}: {@code INT32} class numbers from 0, or {@code FLOAT32} in the target's
 *     unit; {@code UINT8 [n, labels]}: 0 or 1, where an example has any number of labels
 */
public record Examples(NumericArray features, NumericArray labels) {
  public Examples {
    if (features.rows() != labels.rows()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "features and labels must have the same number of rows. Received: %d and %d",
              features.rows(),
              labels.rows()));
    }
  }

  /** Number of rows. */
  public int size() {
    return labels.rows();
  }

  /** The rows with these numbers, in this order. */
  public Examples take(int[] rows) {
    return new Examples(features.take(rows), labels.take(rows));
  }
}
