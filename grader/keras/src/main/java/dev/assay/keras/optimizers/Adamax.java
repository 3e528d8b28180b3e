package dev.assay.keras.optimizers;

import dev.assay.keras.schedules.LearningRateSchedule;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Adam with the infinity norm (Kingma and Ba, 2015, section 7), as Keras's {@code Adamax}.
 *
 * <p>{@code m += (1 - beta1) (g - m)}, {@code u = max(beta2 u, |g|)}, {@code w -= learningRate / (1
 * - beta1^t) m / (u + epsilon)}.
 *
 * <p>Example:
 *
 * <pre>{@code
 * descend(Adamax.withLearningRate(0.1), 3); // -> [0.9, 0.80517, 0.7155]
 * }</pre>
 *
 * @param beta1 decay of the mean of the gradients, in [0, 1); default 0.9
 * @param beta2 decay of the norm, in [0, 1); default 0.999
 * @param epsilon added to the norm, positive; default 1e-7
 * @param tuning learning rate (default 0.001), clipping, weight decay
 */
public record Adamax(float beta1, float beta2, float epsilon, Tuning tuning)
    implements Optimizer, Tunable<Adamax> {
  public Adamax {
    OptimizerArguments.decay("Adamax", "beta1", beta1);
    OptimizerArguments.decay("Adamax", "beta2", beta2);
    OptimizerArguments.positive("Adamax", "epsilon", epsilon);
  }

  /** Keras's defaults. */
  public static Adamax defaults() {
    return new Adamax(0.9f, 0.999f, 1e-7f, Tuning.of(0.001));
  }

  /** Keras's defaults with another learning rate; the same as {@code withLearningRate}. */
  public static Adamax of(double learningRate) {
    return withLearningRate(learningRate);
  }

  /** Keras's defaults with a learning rate for each step; the same as {@code withLearningRate}. */
  public static Adamax of(LearningRateSchedule schedule) {
    return withLearningRate(schedule);
  }

  /** Keras's defaults with another learning rate, positive. */
  public static Adamax withLearningRate(double learningRate) {
    return defaults().learningRate(learningRate);
  }

  /** Keras's defaults with a learning rate for each step. */
  public static Adamax withLearningRate(LearningRateSchedule schedule) {
    return defaults().learningRate(schedule);
  }

  /** Sets both decay rates, as Keras's {@code beta_1} and {@code beta_2}. */
  public Adamax betas(double newBeta1, double newBeta2) {
    return new Adamax((float) newBeta1, (float) newBeta2, epsilon, tuning);
  }

  public Adamax epsilon(double newEpsilon) {
    return new Adamax(beta1, beta2, (float) newEpsilon, tuning);
  }

  @Override
  public Adamax tuning(Tuning newTuning) {
    return new Adamax(beta1, beta2, epsilon, newTuning);
  }

  @Override
  public List<Op> apply(Slots slots, List<Parameter> parameters) {
    Operand<TFloat32> power1 = slots.power(beta1);
    return parameters.stream().map(parameter -> update(slots, parameter, power1)).toList();
  }

  private Op update(Slots slots, Parameter parameter, Operand<TFloat32> power1) {
    Ops tf = slots.tf();
    return tf.train.resourceApplyAdaMax(
        parameter.handle(),
        parameter.slot(slots, "m"),
        parameter.slot(slots, "u"),
        power1,
        slots.learningRate(),
        tf.constant(beta1),
        tf.constant(beta2),
        tf.constant(epsilon),
        parameter.gradient());
  }
}
