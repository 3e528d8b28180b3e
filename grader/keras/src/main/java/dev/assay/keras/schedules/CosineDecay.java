package dev.assay.keras.schedules;

import org.jspecify.annotations.Nullable;

/**
 * Half a cosine down, after an optional linear warm-up, as Keras's {@code CosineDecay}.
 *
 * <p>For {@code warmupSteps} steps the rate goes from {@code initialLearningRate} to {@code
 * warmupTarget} in a line; then {@code top * ((1 - alpha) * (1 + cos(pi * t / decaySteps)) / 2 +
 * alpha)} for {@code decaySteps} steps, where {@code top} is the target, or the initial rate
 * without one; then it stays at {@code top * alpha}.
 *
 * <p>Example:
 *
 * <pre>{@code
 * CosineDecay.of(0.1, 100).at(50); // -> 0.05
 * CosineDecay.of(0, 100).warmup(0.1, 10).at(5); // -> 0.05
 * CosineDecay.of(0.1, 100).alpha(0.01).at(100); // -> 0.001
 * SGD optimizer = SGD.withLearningRate(CosineDecay.of(0.1, 10_000));
 * }</pre>
 *
 * @param initialLearningRate of the first step, at least 0
 * @param decaySteps of the cosine, positive
 * @param alpha the lowest rate as a share of the highest, at least 0; default 0
 * @param warmupTarget the rate after the warm-up, at least 0; may be null: no warm-up; default null
 * @param warmupSteps of the warm-up, at least 0; default 0
 */
public record CosineDecay(
    double initialLearningRate,
    int decaySteps,
    double alpha,
    @Nullable Double warmupTarget,
    int warmupSteps)
    implements LearningRateSchedule {
  public CosineDecay {
    ScheduleArguments.notNegative("CosineDecay", "initialLearningRate", initialLearningRate);
    ScheduleArguments.positive("CosineDecay", "decaySteps", decaySteps);
    ScheduleArguments.notNegative("CosineDecay", "alpha", alpha);
    ScheduleArguments.notNegative("CosineDecay", "warmupSteps", warmupSteps);
    if (warmupTarget != null) {
      ScheduleArguments.notNegative("CosineDecay", "warmupTarget", warmupTarget);
    }
  }

  public static CosineDecay of(double initialLearningRate, int decaySteps) {
    return new CosineDecay(initialLearningRate, decaySteps, 0, null, 0);
  }

  public CosineDecay alpha(double newAlpha) {
    return new CosineDecay(initialLearningRate, decaySteps, newAlpha, warmupTarget, warmupSteps);
  }

  /** Adds a warm-up: the rate first rises to {@code target} within {@code steps} steps. */
  public CosineDecay warmup(double target, int steps) {
    return new CosineDecay(initialLearningRate, decaySteps, alpha, target, steps);
  }

  @Override
  public double at(long step) {
    if (warmupTarget == null) {
      return decayed(initialLearningRate, step);
    }
    return step < warmupSteps
        ? initialLearningRate + (warmupTarget - initialLearningRate) * step / warmupSteps
        : decayed(warmupTarget, step - warmupSteps);
  }

  private double decayed(double top, long step) {
    double cosine = Math.cos(Math.PI * Math.min(step, decaySteps) / decaySteps);
    return top * ((1 - alpha) * 0.5 * (1 + cosine) + alpha);
  }
}
