package dev.assay.run;

import dev.assay.keras.training.TrainingMode;

/**
 * How answers are graded.
 *
 * @param seed of the split, the initial weights and the order of examples; default 42
 * @param threads of TensorFlow's for each answer, positive; default 1; in the reproducible mode the
 *     result does not depend on it
 * @param mode what training may give up for speed; default nothing
 */
public record GradeOptions(long seed, int threads, TrainingMode mode) {
  public static final long DEFAULT_SEED = 42;

  public GradeOptions {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be positive. Received: " + threads);
    }
  }

  /** One thread, reproducible. */
  public static GradeOptions withSeed(long seed) {
    return new GradeOptions(seed, 1, TrainingMode.REPRODUCIBLE);
  }

  /** The same with another number of threads. */
  public GradeOptions threads(int newThreads) {
    return new GradeOptions(seed, newThreads, mode);
  }

  /** The same with the fast mode. */
  public GradeOptions fast() {
    return new GradeOptions(seed, threads, TrainingMode.FAST);
  }
}
