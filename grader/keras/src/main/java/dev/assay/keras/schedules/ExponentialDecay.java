package dev.assay.keras.schedules;

/**
 * {@code initialLearningRate * decayRate^(step / decaySteps)}, as Keras's {@code ExponentialDecay}.
 *
 * <p>Example:
 *
 * <pre>{@code
 * ExponentialDecay.of(0.1, 100, 0.5).at(200); // -> 0.025
 * ExponentialDecay.of(0.1, 100, 0.5).staircase(true).at(199); // -> 0.05
 * Adam optimizer = Adam.withLearningRate(ExponentialDecay.of(1e-3, 1000, 0.96));
 * }</pre>
 *
 * @param initialLearningRate of the first step, at least 0
 * @param decaySteps after how many steps it is multiplied by {@code decayRate}, positive
 * @param decayRate the factor, positive
 * @param staircase whether it changes only at multiples of {@code decaySteps}; default false
 */
public record ExponentialDecay(
    double initialLearningRate, int decaySteps, double decayRate, boolean staircase)
    implements LearningRateSchedule {
  public ExponentialDecay {
    Periods.check("ExponentialDecay", initialLearningRate, decaySteps);
    ScheduleArguments.positive("ExponentialDecay", "decayRate", decayRate);
  }

  public static ExponentialDecay of(double initialLearningRate, int decaySteps, double decayRate) {
    return new ExponentialDecay(initialLearningRate, decaySteps, decayRate, false);
  }

  public ExponentialDecay staircase(boolean newStaircase) {
    return new ExponentialDecay(initialLearningRate, decaySteps, decayRate, newStaircase);
  }

  @Override
  public double at(long step) {
    double periods = Periods.passed(step, decaySteps, staircase);
    return initialLearningRate * Math.pow(decayRate, periods);
  }
}
