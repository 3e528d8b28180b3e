package dev.assay.keras.training;

import dev.assay.keras.schedules.LearningRateSchedule;
import java.util.function.LongToDoubleFunction;

/** The learning rate while training runs. */
final class Rate {
  private LongToDoubleFunction schedule;
  private long steps;
  private double inForce;

  Rate(LearningRateSchedule schedule) {
    this.schedule = schedule::at;
    inForce = schedule.at(0);
  }

  /**
   * The rate of a step that is to come.
   *
   * @param ahead 0 for the next step, 1 for the one after it
   */
  double ahead(int ahead) {
    return schedule.applyAsDouble(steps + ahead);
  }

  /** Returns the number of steps taken. */
  long steps() {
    return steps;
  }

  /** The rate of the step that now begins. */
  double next() {
    inForce = schedule.applyAsDouble(steps++);
    return inForce;
  }

  /** The rate of the latest step. */
  double inForce() {
    return inForce;
  }

  /** Takes this rate from the next step on. */
  void set(double rate) {
    schedule = step -> rate;
  }

  /** The rate that the next step will take. */
  double current() {
    return ahead(0);
  }
}
