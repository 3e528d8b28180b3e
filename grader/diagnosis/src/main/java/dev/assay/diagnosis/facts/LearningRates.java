package dev.assay.diagnosis.facts;

import dev.assay.keras.callbacks.LearningRateScheduler;
import dev.assay.keras.schedules.LearningRateSchedule;
import dev.assay.keras.training.FitPlan;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/** The learning rates of a training. */
public final class LearningRates {
  /** The steps of a training whose data is not known. */
  private static final long USUAL_STEPS = 10_000;

  /** How many steps of a schedule are looked at. */
  private static final int SAMPLES = 500;

  private static final double[] FACTORS = {0.01, 0.1, 1, 10, 100};

  /** What takes the place of a rate of 0, which no factor makes larger. */
  private static final double LEAST = 1e-8;

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

  /**
   * Returns the rates at which short trainings are tried: an answer's highest one, and others a
   * hundred times lower to a hundred times higher.
   */
  public static List<Double> tried(FitPlan plan, LearningRateSchedule schedule, int examples) {
    double rate = Math.max(highest(plan, schedule, examples), LEAST);
    return DoubleStream.of(FACTORS).map(factor -> factor * rate).boxed().toList();
  }

  private static double highest(LearningRateSchedule schedule, long steps) {
    long stride = Math.max(1, steps / SAMPLES);
    return LongStream.iterate(0, step -> step < steps, step -> step + stride)
        .mapToDouble(schedule::at)
        .max()
        .orElse(schedule.at(0));
  }
}
