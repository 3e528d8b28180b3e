package dev.assay.keras.optimizers;

import dev.assay.keras.schedules.LearningRateSchedule;
import java.util.List;
import org.tensorflow.op.Op;
import org.tensorflow.op.train.ResourceApplyKerasMomentum;

/**
 * Gradient descent with optional (Nesterov) momentum, as Keras's {@code SGD}; Sutskever et al.,
 * 2013.
 *
 * <p>{@code w -= learningRate g}; with momentum {@code a = momentum a - learningRate g} and {@code
 * w += a}, or with Nesterov's {@code w += momentum a - learningRate g}.
 *
 * <p>Example:
 *
 * <pre>{@code
 * descend(SGD.withLearningRate(0.1), 3); // -> [0.8, 0.64, 0.512]
 * descend(SGD.withLearningRate(0.1).momentum(0.9), 3); // -> [0.8, 0.46, 0.062]
 * SGD optimizer = SGD.defaults().momentum(0.9).nesterov(true).clipNorm(1);
 * }</pre>
 *
 * @param momentum in [0, 1); default 0
 * @param nesterov whether the gradient is taken at the place that momentum leads to; default false
 * @param tuning learning rate (default 0.01), clipping, weight decay
 */
public record SGD(float momentum, boolean nesterov, Tuning tuning)
    implements Optimizer, Tunable<SGD> {
  public SGD {
    OptimizerArguments.decay("SGD", "momentum", momentum);
  }

  /** Keras's defaults. */
  public static SGD defaults() {
    return new SGD(0, false, Tuning.of(0.01));
  }

  /** Keras's defaults with another learning rate; the same as {@code withLearningRate}. */
  public static SGD of(double learningRate) {
    return withLearningRate(learningRate);
  }

  /** Keras's defaults with a learning rate for each step; the same as {@code withLearningRate}. */
  public static SGD of(LearningRateSchedule schedule) {
    return withLearningRate(schedule);
  }

  /** Keras's defaults with another learning rate, positive. */
  public static SGD withLearningRate(double learningRate) {
    return defaults().learningRate(learningRate);
  }

  /** Keras's defaults with a learning rate for each step. */
  public static SGD withLearningRate(LearningRateSchedule schedule) {
    return defaults().learningRate(schedule);
  }

  public SGD momentum(double newMomentum) {
    return new SGD((float) newMomentum, nesterov, tuning);
  }

  public SGD nesterov(boolean newNesterov) {
    return new SGD(momentum, newNesterov, tuning);
  }

  @Override
  public SGD tuning(Tuning newTuning) {
    return new SGD(momentum, nesterov, newTuning);
  }

  @Override
  public List<Op> apply(Slots slots, List<Parameter> parameters) {
    return parameters.stream()
        .map(parameter -> momentum == 0 ? plain(slots, parameter) : withMomentum(slots, parameter))
        .toList();
  }

  private static Op plain(Slots slots, Parameter parameter) {
    return slots
        .tf()
        .train
        .resourceApplyGradientDescent(
            parameter.handle(), slots.learningRate(), parameter.gradient());
  }

  private Op withMomentum(Slots slots, Parameter parameter) {
    return slots
        .tf()
        .train
        .resourceApplyKerasMomentum(
            parameter.handle(),
            parameter.slot(slots, "momentum"),
            slots.learningRate(),
            parameter.gradient(),
            slots.tf().constant(momentum),
            ResourceApplyKerasMomentum.useNesterov(nesterov));
  }
}
