package dev.assay.training;

import dev.assay.keras.training.Labelled;
import java.util.Locale;

/**
 * Data divided into two parts.
 *
 * @param train what is trained with
 * @param validation what validates
 */
record ValidationSplit(Labelled train, Labelled validation) {
  /**
   * Splits the last examples off, as Keras's {@code validation_split}: the first {@code floor(n (1
   * - share))} of them are trained with.
   *
   * @param share the last examples' share of all, in (0, 1)
   * @throws IllegalArgumentException where the share is not in (0, 1), or one part would be empty
   */
  static ValidationSplit withLast(Labelled data, double share) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException(
          "fit: validationSplit must be in (0, 1), the share of the examples that validate."
              + " Received: "
              + share);
    }
    int first = (int) Math.floor(data.size() * (1 - share));
    if (first == 0 || first == data.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "fit: %d examples are too few for a validationSplit of %s. Give more examples, or"
                  + " another share.",
              data.size(),
              share));
    }
    return new ValidationSplit(data.examples(0, first), data.examples(first, data.size()));
  }
}
