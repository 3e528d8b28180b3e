package dev.assay.problems;

import dev.assay.keras.models.Flops;

/**
 * What an answer may use.
 *
 * @param epochs the most a plan may ask for
 * @param parameters the most a model may have, trainable or not
 * @param megaFlops the most million floating-point operations that predicting one example may take,
 *     as {@link Flops} counts them; of an ensemble all members together
 * @param buildSeconds wall time for constructor, build and fit together
 * @param trainSeconds wall time for training
 */
public record Limits(
    int epochs, long parameters, int megaFlops, int buildSeconds, int trainSeconds) {
  public Limits {
    if (epochs <= 0
        || parameters <= 0
        || megaFlops <= 0
        || buildSeconds <= 0
        || trainSeconds <= 0) {
      throw new IllegalArgumentException(
          "limits must be positive. Received: epochs=%d, parameters=%d, megaFlops=%d, buildSeconds=%d, trainSeconds=%d"
              .formatted(epochs, parameters, megaFlops, buildSeconds, trainSeconds));
    }
  }

  /** The same limit on a prediction in single operations. */
  public long flops() {
    return megaFlops * 1_000_000L;
  }
}
