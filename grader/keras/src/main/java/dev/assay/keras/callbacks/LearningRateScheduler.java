package dev.assay.keras.callbacks;

import dev.assay.keras.schedules.LearningRateSchedule;
import java.util.Objects;

/**
 * Sets the learning rate when an epoch begins, as Keras's {@code LearningRateScheduler}.
 *
 * <p>The optimizer must have a constant learning rate, which is replaced.
 *
 * <p>Example:
 *
 * <pre>{@code
 * LearningRateSchedule halving = ExponentialDecay.of(0.1, 1, 0.5);
 * learningRates(FitPlan.epochs(3).callbacks(LearningRateScheduler.of(halving)));
 * // -> [0.1, 0.05, 0.025]
 * }</pre>
 *
 * @param schedule its steps are epochs, from 0
 */
public record LearningRateScheduler(LearningRateSchedule schedule) implements Callback {
  public LearningRateScheduler {
    Objects.requireNonNull(schedule, "schedule must not be null");
  }

  public static LearningRateScheduler of(LearningRateSchedule schedule) {
    return new LearningRateScheduler(schedule);
  }
}
