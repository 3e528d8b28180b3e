package dev.assay.diagnosis.facts;

import dev.assay.keras.callbacks.LearningRateScheduler;
import dev.assay.keras.schedules.LearningRateSchedule;
import dev.assay.keras.training.FitPlan;
import java.util.Optional;
import java.util.stream.LongStream;

/** The learning rates of a training. */
public final class LearningRates {
  /** The steps of a training whose data is not known. */
  private static final long USUAL_STEPS = 10_000;

  /** How many steps of a schedule are looked at. */
  private static final int SAMPLES = 500;

  private LearningRates() {}

  /**
   * Returns the highest rate of a training: the first one, or what it is warmed up to.
   *
   * @param schedule of the optimizer
   * @param examples of the training set; 0 where that is not known
   */
  public static double highest(FitPlan plan, LearningRateSchedule schedule, int examples) {
    Optional<LearningRateScheduler> scheduler = plan.callback(LearningRateScheduler.class);
    if (scheduler.isPresent()) {
      return highest(scheduler.get().schedule(), plan.epochs());
    }
    long each = examples == 0 ? 0 : 1 + (examples - 1) / plan.batchSize();
    return highest(schedule, each == 0 ? USUAL_STEPS : each * plan.epochs());
  }

  private static double highest(LearningRateSchedule schedule, long steps) {
    long stride = Math.max(1, steps / SAMPLES);
    return LongStream.iterate(0, step -> step < steps, step -> step + stride)
        .mapToDouble(schedule::at)
        .max()
        .orElse(schedule.at(0));
  }
}
