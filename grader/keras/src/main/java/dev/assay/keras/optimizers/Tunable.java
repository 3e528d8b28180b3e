package dev.assay.keras.optimizers;

import dev.assay.keras.schedules.ConstantRate;
import dev.assay.keras.schedules.LearningRateSchedule;

/**
 * The options that every optimizer has.
 *
 * <p>Example:
 *
 * <pre>{@code
 * SGD optimizer = SGD.withLearningRate(0.1).weightDecay(0.5).globalClipNorm(1);
 * descend(optimizer, 1); // -> [0.85]
 * }</pre>
 *
 * @param <O> the optimizer
 */
public interface Tunable<O extends Optimizer> {
  /** Learning rate, clipping and weight decay. */
  Tuning tuning();

  /** Returns the optimizer with other settings. */
  O tuning(Tuning newTuning);

  /** Sets the learning rate, positive. */
  default O learningRate(double learningRate) {
    return learningRate(new ConstantRate(learningRate));
  }

  /** Sets the learning rate of each step. */
  default O learningRate(LearningRateSchedule schedule) {
    return tuning(tuning().learningRate(schedule));
  }

  /** Scales each weight's gradient so that its norm is at most this: Keras's {@code clipnorm}. */
  default O clipNorm(double limit) {
    return tuning(tuning().clipping(new Clipping(Clipping.Kind.NORM, (float) limit)));
  }

  /** Cuts each number of each gradient to [-limit, limit]: Keras's {@code clipvalue}. */
  default O clipValue(double limit) {
    return tuning(tuning().clipping(new Clipping(Clipping.Kind.VALUE, (float) limit)));
  }

  /**
   * Scales all gradients by one factor so that the norm of all numbers is at most this: Keras's
   * {@code global_clipnorm}.
   */
  default O globalClipNorm(double limit) {
    return tuning(tuning().clipping(new Clipping(Clipping.Kind.GLOBAL_NORM, (float) limit)));
  }

  /**
   * Sets the weight decay: before its update, each weight (biases too) loses {@code weightDecay *
   * learningRate * weight}.
   */
  default O weightDecay(double weightDecay) {
    return tuning(tuning().weightDecay(weightDecay));
  }
}
