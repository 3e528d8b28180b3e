package dev.assay.keras.optimizers;

import dev.assay.keras.schedules.LearningRateSchedule;
import java.util.List;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;

/**
 * Adadelta (Zeiler, 2012), as Keras's {@code Adadelta}.
 *
 * <p>{@code a = rho a + (1 - rho) g²}, {@code u = sqrt(d + epsilon) / sqrt(a + epsilon) g}, {@code
 * d = rho d + (1 - rho) u²}, {@code w -= learningRate u}.
 *
 * <p>Example:
 *
 * <pre>{@code
 * descend(Adadelta.defaults().learningRate(1), 3); // -> [0.99859, 0.99715, 0.99571]
 * }</pre>
 *
 * @param rho decay of both means, in [0, 1); default 0.95
 * @param epsilon positive; default 1e-7
 * @param tuning learning rate (default 0.001, in the paper 1), clipping, weight decay
 */
public record Adadelta(float rho, float epsilon, Tuning tuning)
    implements Optimizer, Tunable<Adadelta> {
  public Adadelta {
    OptimizerArguments.decay("Adadelta", "rho", rho);
    OptimizerArguments.positive("Adadelta", "epsilon", epsilon);
  }

  /** Keras's defaults. */
  public static Adadelta defaults() {
    return new Adadelta(0.95f, 1e-7f, Tuning.of(0.001));
  }

  /** Keras's defaults with another learning rate; the same as {@code withLearningRate}. */
  public static Adadelta of(double learningRate) {
    return withLearningRate(learningRate);
  }

  /** Keras's defaults with a learning rate for each step; the same as {@code withLearningRate}. */
  public static Adadelta of(LearningRateSchedule schedule) {
    return withLearningRate(schedule);
  }

  /** Keras's defaults with another learning rate, positive. */
  public static Adadelta withLearningRate(double learningRate) {
    return defaults().learningRate(learningRate);
  }

  /** Keras's defaults with a learning rate for each step. */
  public static Adadelta withLearningRate(LearningRateSchedule schedule) {
    return defaults().learningRate(schedule);
  }

  public Adadelta rho(double newRho) {
    return new Adadelta((float) newRho, epsilon, tuning);
  }

  public Adadelta epsilon(double newEpsilon) {
    return new Adadelta(rho, (float) newEpsilon, tuning);
  }

  @Override
  public Adadelta tuning(Tuning newTuning) {
    return new Adadelta(rho, epsilon, newTuning);
  }

  @Override
  public List<Op> apply(Slots slots, List<Parameter> parameters) {
    return parameters.stream().map(parameter -> update(slots, parameter)).toList();
  }

  private Op update(Slots slots, Parameter parameter) {
    Ops tf = slots.tf();
    return tf.train.resourceApplyAdadelta(
        parameter.handle(),
        parameter.slot(slots, "accumulated_grad"),
        parameter.slot(slots, "accumulated_delta_var"),
        slots.learningRate(),
        tf.constant(rho),
        tf.constant(epsilon),
        parameter.gradient());
  }
}
