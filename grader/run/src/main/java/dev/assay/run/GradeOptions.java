package dev.assay.run;

/**
 * How answers are graded.
 *
 * @param seed of the split, the initial weights and the order of examples; default 42
 * @param threads for TensorFlow's kernels; one keeps results the same bit for bit
 */
public record GradeOptions(long seed, int threads) {
  public static final long DEFAULT_SEED = 42;

  public GradeOptions {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be positive. Received: " + threads);
    }
  }

  /** One thread. */
  public static GradeOptions withSeed(long seed) {
    return new GradeOptions(seed, 1);
  }
}
