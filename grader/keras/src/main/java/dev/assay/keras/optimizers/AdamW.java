package dev.assay.keras.optimizers;

import dev.assay.keras.schedules.LearningRateSchedule;
import java.util.List;
import java.util.Objects;
import org.tensorflow.op.Op;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter, 2019), as Keras's {@code AdamW}: {@link
 * Adam} with a weight decay of 0.004.
 *
 * <p>Example:
 *
 * <pre>{@code
 * descend(AdamW.withLearningRate(0.1).weightDecay(0.1), 3); // -> [0.89, 0.78157, 0.6751]
 * AdamW optimizer = AdamW.withLearningRate(CosineDecay.of(1e-3, 10_000));
 * }</pre>
 *
 * @param adam what is done after the decay
 */
public record AdamW(Adam adam) implements Optimizer, Tunable<AdamW> {
  public AdamW {
    Objects.requireNonNull(adam, "adam must not be null");
  }

  /** Keras's defaults. */
  public static AdamW defaults() {
    return new AdamW(Adam.defaults().weightDecay(0.004));
  }

  /** Keras's defaults with another learning rate; the same as {@code withLearningRate}. */
  public static AdamW of(double learningRate) {
    return withLearningRate(learningRate);
  }

  /** Keras's defaults with a learning rate for each step; the same as {@code withLearningRate}. */
  public static AdamW of(LearningRateSchedule schedule) {
    return withLearningRate(schedule);
  }

  /** Keras's defaults with another learning rate, positive. */
  public static AdamW withLearningRate(double learningRate) {
    return defaults().learningRate(learningRate);
  }

  /** Keras's defaults with a learning rate for each step. */
  public static AdamW withLearningRate(LearningRateSchedule schedule) {
    return defaults().learningRate(schedule);
  }

  /** Sets both decay rates, as Keras's {@code beta_1} and {@code beta_2}. */
  public AdamW betas(double beta1, double beta2) {
    return new AdamW(adam.betas(beta1, beta2));
  }

  public AdamW epsilon(double epsilon) {
    return new AdamW(adam.epsilon(epsilon));
  }

  public AdamW amsgrad(boolean amsgrad) {
    return new AdamW(adam.amsgrad(amsgrad));
  }

  @Override
  public Tuning tuning() {
    return adam.tuning();
  }

  @Override
  public AdamW tuning(Tuning newTuning) {
    return new AdamW(adam.tuning(newTuning));
  }

  @Override
  public List<Op> apply(Slots slots, List<Parameter> parameters) {
    return adam.apply(slots, parameters);
  }
}
