package dev.assay.problems;

import dev.assay.keras.models.flops.Flops;
import java.util.Locale;

/**
 * The limits on what an answer may use.
 *
 * @param epochs the most a plan may ask for
 * @param parameters the most a model may have, trainable or not
 * @param megaFlops the most million floating-point operations that predicting one example may take,
 *     as {@link Flops} counts them; of an ensemble all members together
 * @param buildSeconds wall time for constructor, build and fit together
 * @param trainSeconds wall time for training
 * @param builtInBytes the most bytes, compressed, of numbers that a model brings along and that no
 *     training gave it; default {@link #TABLE_BUILT_IN_BYTES}
 */
public record Limits(
    int epochs,
    long parameters,
    int megaFlops,
    int buildSeconds,
    int trainSeconds,
    int builtInBytes) {
  /** The limit on built-in numbers for tables: means and deviations of a few hundred columns. */
  public static final int TABLE_BUILT_IN_BYTES = 2 << 10;

  /** The limit on built-in numbers for images: a mean image and filters. */
  public static final int IMAGE_BUILT_IN_BYTES = 8 << 10;

  public Limits {
    if (epochs <= 0
        || parameters <= 0
        || megaFlops <= 0
        || buildSeconds <= 0
        || trainSeconds <= 0
        || builtInBytes <= 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "limits must be positive. Received: epochs=%d, parameters=%d, megaFlops=%d,"
                  + " buildSeconds=%d, trainSeconds=%d, builtInBytes=%d",
              epochs,
              parameters,
              megaFlops,
              buildSeconds,
              trainSeconds,
              builtInBytes));
    }
  }

  /** Limits for a problem of tables. */
  public Limits(int epochs, long parameters, int megaFlops, int buildSeconds, int trainSeconds) {
    this(epochs, parameters, megaFlops, buildSeconds, trainSeconds, TABLE_BUILT_IN_BYTES);
  }

  /** Returns the limit on a prediction in single operations. */
  public long flops() {
    return megaFlops * 1_000_000L;
  }
}
