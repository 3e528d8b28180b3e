package dev.assay.training.session;

import dev.assay.keras.schedules.LearningRateSchedule;
import java.util.function.LongToDoubleFunction;

/** The learning rate while training runs. */
public final class CurrentRate {
  private LongToDoubleFunction schedule;
  private long steps;
  private double inForce;

  public CurrentRate(LearningRateSchedule schedule) {
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
  public double next() {
    inForce = schedule.applyAsDouble(steps++);
    return inForce;
  }

  /** The rate of the latest step. */
  public double inForce() {
    return inForce;
  }

  /** Takes this rate from the next step on. */
  public void set(double rate) {
    schedule = step -> rate;
  }

  /** The rate that the next step will take. */
  public double current() {
    return ahead(0);
  }
}
