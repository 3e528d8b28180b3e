package dev.assay.keras.schedules;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A learning rate that jumps, as Keras's {@code PiecewiseConstantDecay}: {@code
 * PiecewiseConstantDecay.startingAt(1).after(100_000, 0.5).after(110_000, 0.1)}.
 *
 * <p>Example:
 *
 * <pre>{@code
 * LearningRateSchedule schedule =
 *     PiecewiseConstantDecay.startingAt(1).after(100, 0.5).after(200, 0.1);
 * schedule.at(100); // -> 1
 * schedule.at(101); // -> 0.5
 * schedule.at(500); // -> 0.1
 * }</pre>
 *
 * @param boundaries strictly increasing: the last step of each value but the last, from 0
 * @param values the learning rates, one more than boundaries, at least 0
 */
public record PiecewiseConstantDecay(List<Long> boundaries, List<Double> values)
    implements LearningRateSchedule {
  public PiecewiseConstantDecay {
    boundaries = List.copyOf(boundaries);
    values = List.copyOf(values);
    if (boundaries.size() != values.size() - 1) {
      throw ScheduleArguments.bad(
          "PiecewiseConstantDecay",
          "values",
          "one more than boundaries",
          String.format(Locale.ROOT, "%d values, %d boundaries", values.size(), boundaries.size()));
    }
    if (!boundaries.isEmpty() && boundaries.get(0) < 0) {
      throw ScheduleArguments.bad(
          "PiecewiseConstantDecay", "boundaries", "at least 0", boundaries.get(0));
    }
    for (int i = 1; i < boundaries.size(); i++) {
      if (boundaries.get(i) <= boundaries.get(i - 1)) {
        throw ScheduleArguments.bad(
            "PiecewiseConstantDecay", "boundaries", "strictly increasing", boundaries);
      }
    }
    values.forEach(
        value -> ScheduleArguments.notNegative("PiecewiseConstantDecay", "each value", value));
  }

  /** The learning rate of the first steps; the same as {@code startingAt}. */
  public static PiecewiseConstantDecay of(double learningRate) {
    return startingAt(learningRate);
  }

  /** The learning rate of the first steps, at least 0. */
  public static PiecewiseConstantDecay startingAt(double learningRate) {
    return new PiecewiseConstantDecay(List.of(), List.of(learningRate));
  }

  /** Changes the rate for all steps greater than {@code boundary}. */
  public PiecewiseConstantDecay after(long boundary, double learningRate) {
    return new PiecewiseConstantDecay(
        Stream.concat(boundaries.stream(), Stream.of(boundary)).toList(),
        Stream.concat(values.stream(), Stream.of(learningRate)).toList());
  }

  @Override
  public double at(long step) {
    int passed = 0;
    while (passed < boundaries.size() && step > boundaries.get(passed)) {
      passed++;
    }
    return values.get(passed);
  }
}
