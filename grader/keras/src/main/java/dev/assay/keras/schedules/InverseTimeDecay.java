package dev.assay.keras.schedules;

/**
 * {@code initialLearningRate / (1 + decayRate * step / decaySteps)}, as Keras's {@code
 * InverseTimeDecay}.
 *
 * <p>Example:
 *
 * <pre>{@code
 * InverseTimeDecay.of(0.1, 100, 1).at(100); // -> 0.05
 * InverseTimeDecay.of(0.1, 100, 1).staircase(true).at(99); // -> 0.1
 * }</pre>
 *
 * @param initialLearningRate of the first step, at least 0
 * @param decaySteps the unit of time, positive
 * @param decayRate at least 0
 * @param staircase whether it changes only at multiples of {@code decaySteps}; default false
 */
public record InverseTimeDecay(
    double initialLearningRate, int decaySteps, double decayRate, boolean staircase)
    implements LearningRateSchedule {
  public InverseTimeDecay {
    Periods.check("InverseTimeDecay", initialLearningRate, decaySteps);
    ScheduleArguments.notNegative("InverseTimeDecay", "decayRate", decayRate);
  }

  public static InverseTimeDecay of(double initialLearningRate, int decaySteps, double decayRate) {
    return new InverseTimeDecay(initialLearningRate, decaySteps, decayRate, false);
  }

  public InverseTimeDecay staircase(boolean newStaircase) {
    return new InverseTimeDecay(initialLearningRate, decaySteps, decayRate, newStaircase);
  }

  @Override
  public double at(long step) {
    double periods = Periods.passed(step, decaySteps, staircase);
    return initialLearningRate / (1 + decayRate * periods);
  }
}
