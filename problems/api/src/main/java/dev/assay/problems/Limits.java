package dev.assay.problems;

/**
 * What an answer may use.
 *
 * @param epochs the most a plan may ask for
 * @param parameters the most a model may have, trainable or not
 * @param buildSeconds wall time for constructor, build and fit together
 * @param trainSeconds wall time for training
 */
public record Limits(int epochs, long parameters, int buildSeconds, int trainSeconds) {
  public Limits {
    if (epochs <= 0 || parameters <= 0 || buildSeconds <= 0 || trainSeconds <= 0) {
      throw new IllegalArgumentException(
          "limits must be positive. Received: epochs=%d, parameters=%d, buildSeconds=%d, trainSeconds=%d"
              .formatted(epochs, parameters, buildSeconds, trainSeconds));
    }
  }
}
