package dev.assay.report.score;

import java.util.Locale;

/** The check that every score begins with. */
final class Lengths {

  private Lengths() {}

  static void check(int predicted, int labels) {
    if (predicted != labels) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "predicted and labels must have the same length. Received: %d and %d",
              predicted,
              labels));
    }
    if (labels == 0) {
      throw new IllegalArgumentException("predicted and labels must not be empty");
    }
  }
}
