package dev.assay.keras.optimizers;

import dev.assay.keras.schedules.LearningRateSchedule;
import java.util.List;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;

/**
 * RMSprop (Hinton, 2012), as Keras's {@code RMSprop}.
 *
 * <p>{@code v += (1 - rho) (g² - v)}, {@code a = momentum a + learningRate g / sqrt(v + epsilon)},
 * {@code w -= a}; where it is centered {@code c += (1 - rho) (g - c)} and {@code v - c²} stands for
 * {@code v} in the second. The epsilon is under the root, in Keras as in TensorFlow's kernels.
 *
 * <p>Example:
 *
 * <pre>{@code
 * descend(RMSprop.withLearningRate(0.1), 3); // -> [0.68377, 0.49887, 0.36918]
 * RMSprop optimizer = RMSprop.defaults().momentum(0.9).centered(true);
 * }</pre>
 *
 * @param rho decay of the mean of the squares, in [0, 1); default 0.9
 * @param momentum in [0, 1); default 0
 * @param epsilon positive; default 1e-7
 * @param centered whether the gradient's variance is used in place of its square; default false
 * @param tuning learning rate (default 0.001), clipping, weight decay
 */
public record RMSprop(float rho, float momentum, float epsilon, boolean centered, Tuning tuning)
    implements Optimizer, Tunable<RMSprop> {
  public RMSprop {
    OptimizerArguments.decay("RMSprop", "rho", rho);
    OptimizerArguments.decay("RMSprop", "momentum", momentum);
    OptimizerArguments.positive("RMSprop", "epsilon", epsilon);
  }

  /** Keras's defaults. */
  public static RMSprop defaults() {
    return new RMSprop(0.9f, 0, 1e-7f, false, Tuning.of(0.001));
  }

  /** Keras's defaults with another learning rate; the same as {@code withLearningRate}. */
  public static RMSprop of(double learningRate) {
    return withLearningRate(learningRate);
  }

  /** Keras's defaults with a learning rate for each step; the same as {@code withLearningRate}. */
  public static RMSprop of(LearningRateSchedule schedule) {
    return withLearningRate(schedule);
  }

  /** Keras's defaults with another learning rate, positive. */
  public static RMSprop withLearningRate(double learningRate) {
    return defaults().learningRate(learningRate);
  }

  /** Keras's defaults with a learning rate for each step. */
  public static RMSprop withLearningRate(LearningRateSchedule schedule) {
    return defaults().learningRate(schedule);
  }

  public RMSprop rho(double newRho) {
    return new RMSprop((float) newRho, momentum, epsilon, centered, tuning);
  }

  public RMSprop momentum(double newMomentum) {
    return new RMSprop(rho, (float) newMomentum, epsilon, centered, tuning);
  }

  public RMSprop epsilon(double newEpsilon) {
    return new RMSprop(rho, momentum, (float) newEpsilon, centered, tuning);
  }

  public RMSprop centered(boolean newCentered) {
    return new RMSprop(rho, momentum, epsilon, newCentered, tuning);
  }

  @Override
  public RMSprop tuning(Tuning newTuning) {
    return new RMSprop(rho, momentum, epsilon, centered, newTuning);
  }

  @Override
  public List<Op> apply(Slots slots, List<Parameter> parameters) {
    return parameters.stream()
        .map(parameter -> centered ? aboutTheMean(slots, parameter) : aboutZero(slots, parameter))
        .toList();
  }

  private Op aboutZero(Slots slots, Parameter parameter) {
    Ops tf = slots.tf();
    return tf.train.resourceApplyRmsProp(
        parameter.handle(),
        parameter.slot(slots, "velocity"),
        parameter.slot(slots, "momentum"),
        slots.learningRate(),
        tf.constant(rho),
        tf.constant(momentum),
        tf.constant(epsilon),
        parameter.gradient());
  }

  private Op aboutTheMean(Slots slots, Parameter parameter) {
    Ops tf = slots.tf();
    return tf.train.resourceApplyCenteredRmsProp(
        parameter.handle(),
        parameter.slot(slots, "average_gradient"),
        parameter.slot(slots, "velocity"),
        parameter.slot(slots, "momentum"),
        slots.learningRate(),
        tf.constant(rho),
        tf.constant(momentum),
        tf.constant(epsilon),
        parameter.gradient());
  }
}
