package dev.assay.training;

import dev.assay.keras.training.TrainingMode;
import java.util.Objects;

/**
 * Options of a training that belong neither to the model nor to the plan: what {@code assay grade}
 * takes as {@code --seed} and {@code --fast}.
 *
 * <p>Example:
 *
 * <pre>{@code
 * Model compiled = Sequential.of(Dense.of(1)).compile(SGD.defaults(), Loss.MEAN_SQUARED_ERROR);
 * TensorData x = TensorData.rows(new float[] {1, 2});
 * KerasModel model = KerasModel.of(compiled, x.example(), TrainerOptions.seed(42).threads(2));
 * TrainerOptions.seed(42).mode(); // -> REPRODUCIBLE
 * error(() -> TrainerOptions.seed(42).threads(0));
 * // -> TrainerOptions: threads must be positive. Received: 0
 * }</pre>
 *
 * @param seed for the initial weights, dropout and the like, the order of the examples, and an
 *     ensemble's resamples and folds
 * @param threads of TensorFlow's, positive; default 1; in the reproducible mode what comes out does
 *     not depend on it
 * @param mode what may be given up for speed; default {@link TrainingMode#REPRODUCIBLE}
 */
public record TrainerOptions(long seed, int threads, TrainingMode mode) {
  public TrainerOptions {
    Objects.requireNonNull(mode, "mode must not be null");
    if (threads < 1) {
      throw new IllegalArgumentException(
          "TrainerOptions: threads must be positive. Received: " + threads);
    }
  }

  /** Creates options with a seed, one thread and reproducible mode. */
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
