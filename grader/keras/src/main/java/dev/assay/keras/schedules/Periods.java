package dev.assay.keras.schedules;

/**
 * The time axis of schedules that decay by one factor in each period of a given number of steps.
 */
final class Periods {
  private Periods() {}

  /** Refuses a negative initial rate and a period that is not positive, naming the schedule. */
  static void check(String schedule, double initialLearningRate, int decaySteps) {
    ScheduleArguments.notNegative(schedule, "initialLearningRate", initialLearningRate);
    ScheduleArguments.positive(schedule, "decaySteps", decaySteps);
  }

  /** Returns the number of periods that have passed; with a staircase only whole ones count. */
  static double passed(long step, int decaySteps, boolean staircase) {
    double periods = (double) step / decaySteps;
    return staircase ? Math.floor(periods) : periods;
  }
}
