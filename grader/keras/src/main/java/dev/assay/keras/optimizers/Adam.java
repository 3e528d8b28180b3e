package dev.assay.keras.optimizers;

import dev.assay.keras.schedules.LearningRateSchedule;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Adam (Kingma and Ba, 2015), as Keras's {@code Adam}.
 *
 * <p>{@code m += (1 - beta1) (g - m)}, {@code v += (1 - beta2) (g² - v)}, {@code w -= learningRate
 * sqrt(1 - beta2^t) / (1 - beta1^t) m / (sqrt(v) + epsilon)}; with {@code amsgrad} (Reddi et al.,
 * 2018) the largest {@code v} so far stands in for {@code v} in the last.
 *
 * <p>Example:
 *
 * <pre>{@code
 * descend(Adam.withLearningRate(0.1), 3); // -> [0.9, 0.80041, 0.70159]
 * Adam optimizer = Adam.defaults().betas(0.9, 0.98).clipNorm(1);
 * error(() -> Adam.defaults().epsilon(0)); // -> Adam: epsilon must be positive. Received: 0.0
 * }</pre>
 *
 * @param beta1 decay of the mean of the gradients, in [0, 1); default 0.9
 * @param beta2 decay of the mean of their squares, in [0, 1); default 0.999
 * @param epsilon added to the root of the latter, positive; default 1e-7 as in Keras (TensorFlow
 *     Java's framework: 1e-8)
 * @param amsgrad whether steps never grow again; default false
 * @param tuning learning rate (default 0.001), clipping, weight decay
 */
public record Adam(float beta1, float beta2, float epsilon, boolean amsgrad, Tuning tuning)
    implements Optimizer, Tunable<Adam> {
  public Adam {
    OptimizerArguments.decay("Adam", "beta1", beta1);
    OptimizerArguments.decay("Adam", "beta2", beta2);
    OptimizerArguments.positive("Adam", "epsilon", epsilon);
  }

  /** Keras's defaults. */
  public static Adam defaults() {
    return new Adam(0.9f, 0.999f, 1e-7f, false, Tuning.of(0.001));
  }

  /** Keras's defaults with another learning rate; the same as {@code withLearningRate}. */
  public static Adam of(double learningRate) {
    return withLearningRate(learningRate);
  }

  /** Keras's defaults with a learning rate for each step; the same as {@code withLearningRate}. */
  public static Adam of(LearningRateSchedule schedule) {
    return withLearningRate(schedule);
  }

  /** Keras's defaults with another learning rate, positive. */
  public static Adam withLearningRate(double learningRate) {
    return defaults().learningRate(learningRate);
  }

  /** Keras's defaults with a learning rate for each step. */
  public static Adam withLearningRate(LearningRateSchedule schedule) {
    return defaults().learningRate(schedule);
  }

  /** Sets both decay rates, as Keras's {@code beta_1} and {@code beta_2}. */
  public Adam betas(double newBeta1, double newBeta2) {
    return new Adam((float) newBeta1, (float) newBeta2, epsilon, amsgrad, tuning);
  }

  public Adam epsilon(double newEpsilon) {
    return new Adam(beta1, beta2, (float) newEpsilon, amsgrad, tuning);
  }

  public Adam amsgrad(boolean newAmsgrad) {
    return new Adam(beta1, beta2, epsilon, newAmsgrad, tuning);
  }

  @Override
  public Adam tuning(Tuning newTuning) {
    return new Adam(beta1, beta2, epsilon, amsgrad, newTuning);
  }

  @Override
  public List<Op> apply(Slots slots, List<Parameter> parameters) {
    Operand<TFloat32> power1 = slots.power(beta1);
    Operand<TFloat32> power2 = slots.power(beta2);
    return parameters.stream()
        .map(
            parameter ->
                amsgrad
                    ? withMaximum(slots, parameter, power1, power2)
                    : plain(slots, parameter, power1, power2))
        .toList();
  }

  private Op plain(
      Slots slots, Parameter parameter, Operand<TFloat32> power1, Operand<TFloat32> power2) {
    Ops tf = slots.tf();
    return tf.train.resourceApplyAdam(
        parameter.handle(),
        parameter.slot(slots, "m"),
        parameter.slot(slots, "v"),
        power1,
        power2,
        slots.learningRate(),
        tf.constant(beta1),
        tf.constant(beta2),
        tf.constant(epsilon),
        parameter.gradient());
  }

  private Op withMaximum(
      Slots slots, Parameter parameter, Operand<TFloat32> power1, Operand<TFloat32> power2) {
    Ops tf = slots.tf();
    return tf.train.resourceApplyAdamWithAmsgrad(
        parameter.handle(),
        parameter.slot(slots, "m"),
        parameter.slot(slots, "v"),
        parameter.slot(slots, "vhat"),
        power1,
        power2,
        slots.learningRate(),
        tf.constant(beta1),
        tf.constant(beta2),
        tf.constant(epsilon),
        parameter.gradient());
  }
}
