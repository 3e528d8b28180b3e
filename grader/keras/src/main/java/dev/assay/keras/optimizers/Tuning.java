package dev.assay.keras.optimizers;

import dev.assay.keras.schedules.ConstantRate;
import dev.assay.keras.schedules.LearningRateSchedule;
import java.util.Objects;

/**
 * The settings that every optimizer has.
 *
 * <p>Example:
 *
 * <pre>{@code
 * Adam.defaults().tuning().learningRate().at(0); // -> 0.001
 * AdamW.defaults().tuning().weightDecay(); // -> 0.004
 * }</pre>
 *
 * @param learningRate the step size, at each step
 * @param clipping what is done to gradients first; default nothing
 * @param weightDecay before its update each weight loses this share of itself, times the learning
 *     rate; at least 0; default 0 (Keras: None)
 */
public record Tuning(LearningRateSchedule learningRate, Clipping clipping, float weightDecay) {
  public Tuning {
    Objects.requireNonNull(learningRate, "learningRate must not be null");
    Objects.requireNonNull(clipping, "clipping must not be null");
    OptimizerArguments.notNegative("Optimizer", "weightDecay", weightDecay);
  }

  static Tuning of(double learningRate) {
    return of(new ConstantRate(learningRate));
  }

  static Tuning of(LearningRateSchedule learningRate) {
    return new Tuning(learningRate, Clipping.NONE, 0);
  }

  Tuning learningRate(LearningRateSchedule newLearningRate) {
    return new Tuning(newLearningRate, clipping, weightDecay);
  }

  Tuning clipping(Clipping newClipping) {
    return new Tuning(learningRate, clipping.replacedBy(newClipping), weightDecay);
  }

  Tuning weightDecay(double newWeightDecay) {
    return new Tuning(learningRate, clipping, (float) newWeightDecay);
  }
}
