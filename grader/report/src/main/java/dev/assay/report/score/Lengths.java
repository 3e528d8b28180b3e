package dev.assay.report.score;

/** The check that every score begins with. */
final class Lengths {

  private Lengths() {}

  static void check(int predicted, int labels) {
    if (predicted != labels) {
      throw new IllegalArgumentException(
          "predicted and labels must have the same length. Received: %d and %d"
              .formatted(predicted, labels));
    }
    if (labels == 0) {
      throw new IllegalArgumentException("predicted and labels must not be empty");
    }
  }
}
