package dev.assay.keras.schedules;

/**
 * {@code (initialLearningRate - endLearningRate) * (1 - step / decaySteps)^power +
 * endLearningRate}, as Keras's {@code PolynomialDecay}.
 *
 * <p>Example:
 *
 * <pre>{@code
 * PolynomialDecay.of(0.1, 100).endLearningRate(0).at(50); // -> 0.05
 * PolynomialDecay.of(0.1, 100).endLearningRate(0).power(2).at(50); // -> 0.025
 * PolynomialDecay.of(0.1, 100).at(1000); // -> 0.0001
 * }</pre>
 *
 * @param initialLearningRate of the first step, at least 0
 * @param decaySteps after which the end is reached, positive
 * @param endLearningRate at least 0; default 0.0001
 * @param power positive; default 1
 * @param cycle whether {@code decaySteps} is replaced by its first multiple that is not below the
 *     step, so that the rate goes up again, lower each time; else the end remains; default false
 */
public record PolynomialDecay(
    double initialLearningRate, int decaySteps, double endLearningRate, double power, boolean cycle)
    implements LearningRateSchedule {
  public PolynomialDecay {
    ScheduleArguments.notNegative("PolynomialDecay", "initialLearningRate", initialLearningRate);
    ScheduleArguments.positive("PolynomialDecay", "decaySteps", decaySteps);
    ScheduleArguments.notNegative("PolynomialDecay", "endLearningRate", endLearningRate);
    ScheduleArguments.positive("PolynomialDecay", "power", power);
  }

  public static PolynomialDecay of(double initialLearningRate, int decaySteps) {
    return new PolynomialDecay(initialLearningRate, decaySteps, 0.0001, 1, false);
  }

  public PolynomialDecay endLearningRate(double newEndLearningRate) {
    return new PolynomialDecay(initialLearningRate, decaySteps, newEndLearningRate, power, cycle);
  }

  public PolynomialDecay power(double newPower) {
    return new PolynomialDecay(initialLearningRate, decaySteps, endLearningRate, newPower, cycle);
  }

  public PolynomialDecay cycle(boolean newCycle) {
    return new PolynomialDecay(initialLearningRate, decaySteps, endLearningRate, power, newCycle);
  }

  @Override
  public double at(long step) {
    double periods = (double) step / decaySteps;
    double end = cycle ? Math.max(1, Math.ceil(periods)) : 1;
    double left = 1 - Math.min(periods, end) / end;
    return (initialLearningRate - endLearningRate) * Math.pow(left, power) + endLearningRate;
  }
}
