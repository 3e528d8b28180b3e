package dev.assay.run.grading;

import dev.assay.keras.training.TrainingMode;

/**
 * How answers are graded.
 *
 * @param seed of the split, the initial weights and the order of examples; default 42
 * @param threads of TensorFlow's for each answer, positive; default 1; in the reproducible mode the
 *     result does not depend on it
 * @param mode what training may give up for speed; default nothing
 * @param audit whether every answer that passes is trained once more with few labels; default only
 *     those with large built-in numbers
 */
public record GradeOptions(long seed, int threads, TrainingMode mode, boolean audit) {
  public static final long DEFAULT_SEED = 42;

  public GradeOptions {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be positive. Received: " + threads);
    }
  }

  /** One thread, reproducible. */
  public static GradeOptions withSeed(long seed) {
    return new GradeOptions(seed, 1, TrainingMode.REPRODUCIBLE, false);
  }

  /** The same with another number of threads. */
  public GradeOptions threads(int newThreads) {
    return new GradeOptions(seed, newThreads, mode, audit);
  }

  /** The same with the fast mode. */
  public GradeOptions fast() {
    return new GradeOptions(seed, threads, TrainingMode.FAST, audit);
  }

  /** The same with a training with few labels of every answer that passes, or not. */
  public GradeOptions audit(boolean all) {
    return new GradeOptions(seed, threads, mode, all);
  }
}
