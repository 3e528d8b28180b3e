package dev.assay.keras.schedules;

/**
 * Half cosines one after the other, as Keras's {@code CosineDecayRestarts} (Loshchilov and Hutter,
 * 2017).
 *
 * <p>In period i, which takes {@code firstDecaySteps * tMul^i} steps, the rate is {@code
 * initialLearningRate * ((1 - alpha) * mMul^i * (1 + cos(pi * t)) / 2 + alpha)}, t from 0 to 1.
 *
 * <p>Example:
 *
 * <pre>{@code
 * LearningRateSchedule schedule = CosineDecayRestarts.of(0.1, 100);
 * schedule.at(50); // -> 0.05
 * schedule.at(100); // -> 0.1
 * schedule.at(200); // -> 0.05
 * }</pre>
 *
 * @param initialLearningRate of the first step, at least 0
 * @param firstDecaySteps of the first period, positive
 * @param tMul how much longer each period is than the one before, at least 1; default 2
 * @param mMul how much higher each period begins, at least 0; default 1
 * @param alpha the lowest rate as a share of the initial one, at least 0; default 0
 */
public record CosineDecayRestarts(
    double initialLearningRate, int firstDecaySteps, double tMul, double mMul, double alpha)
    implements LearningRateSchedule {
  public CosineDecayRestarts {
    ScheduleArguments.notNegative(
        "CosineDecayRestarts", "initialLearningRate", initialLearningRate);
    ScheduleArguments.positive("CosineDecayRestarts", "firstDecaySteps", firstDecaySteps);
    if (!(tMul >= 1 && tMul < Double.POSITIVE_INFINITY)) {
      // Below 1 all periods together are finite, and Keras's formula gives NaN after them.
      throw ScheduleArguments.bad("CosineDecayRestarts", "tMul", "at least 1 and finite", tMul);
    }
    ScheduleArguments.notNegative("CosineDecayRestarts", "mMul", mMul);
    ScheduleArguments.notNegative("CosineDecayRestarts", "alpha", alpha);
  }

  public static CosineDecayRestarts of(double initialLearningRate, int firstDecaySteps) {
    return new CosineDecayRestarts(initialLearningRate, firstDecaySteps, 2, 1, 0);
  }

  public CosineDecayRestarts tMul(double newTMul) {
    return new CosineDecayRestarts(initialLearningRate, firstDecaySteps, newTMul, mMul, alpha);
  }

  public CosineDecayRestarts mMul(double newMMul) {
    return new CosineDecayRestarts(initialLearningRate, firstDecaySteps, tMul, newMMul, alpha);
  }

  public CosineDecayRestarts alpha(double newAlpha) {
    return new CosineDecayRestarts(initialLearningRate, firstDecaySteps, tMul, mMul, newAlpha);
  }

  /** Counts periods, since the quotient of logarithms that Keras takes may miss a restart. */
  @Override
  public double at(long step) {
    double completed = (double) step / firstDecaySteps;
    double restarts = tMul == 1 ? Math.floor(completed) : 0;
    completed -= restarts;
    double length = 1;
    while (completed >= length) {
      completed -= length;
      length *= tMul;
      restarts++;
    }
    double cosine = 0.5 * Math.pow(mMul, restarts) * (1 + Math.cos(Math.PI * completed / length));
    return initialLearningRate * ((1 - alpha) * cosine + alpha);
  }
}
