package dev.assay.keras.training;

import java.util.Objects;

/**
 * How a {@link Trainer} runs, which is no part of the model or the plan.
 *
 * @param seed for the initial weights and the order of the examples
 * @param threads for TensorFlow's kernels, positive; the sums of convolutions depend on it in the
 *     last digits
 * @param mode what may be given up for speed
 */
public record TrainerOptions(long seed, int threads, TrainingMode mode) {
  public TrainerOptions {
    Objects.requireNonNull(mode, "mode must not be null");
    if (threads < 1) {
      throw new IllegalArgumentException(
          "TrainerOptions: threads must be positive. Received: " + threads);
    }
  }

  /** One thread, reproducible. */
  public static TrainerOptions seed(long seed) {
    return new TrainerOptions(seed, 1, TrainingMode.REPRODUCIBLE);
  }

  TrainerOptions withSeed(long newSeed) {
    return new TrainerOptions(newSeed, threads, mode);
  }

  public TrainerOptions threads(int newThreads) {
    return new TrainerOptions(seed, newThreads, mode);
  }

  public TrainerOptions mode(TrainingMode newMode) {
    return new TrainerOptions(seed, threads, newMode);
  }
}
