package dev.assay.keras.optimizers;

import dev.assay.keras.schedules.LearningRateSchedule;
import java.util.List;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;

/**
 * Adagrad (Duchi et al., 2011), as Keras's {@code Adagrad}.
 *
 * <p>{@code a += g²}, {@code w -= learningRate g / sqrt(a + epsilon)}.
 *
 * <p>Example:
 *
 * <pre>{@code
 * descend(Adagrad.withLearningRate(0.1), 3); // -> [0.90123, 0.83474, 0.7823]
 * }</pre>
 *
 * @param initialAccumulatorValue what {@code a} begins with, at least 0; default 0.1
 * @param epsilon positive; default 1e-7
 * @param tuning learning rate (default 0.001), clipping, weight decay
 */
public record Adagrad(float initialAccumulatorValue, float epsilon, Tuning tuning)
    implements Optimizer, Tunable<Adagrad> {
  public Adagrad {
    OptimizerArguments.notNegative("Adagrad", "initialAccumulatorValue", initialAccumulatorValue);
    OptimizerArguments.positive("Adagrad", "epsilon", epsilon);
  }

  /** Keras's defaults. */
  public static Adagrad defaults() {
    return new Adagrad(0.1f, 1e-7f, Tuning.of(0.001));
  }

  /** Keras's defaults with another learning rate; the same as {@code withLearningRate}. */
  public static Adagrad of(double learningRate) {
    return withLearningRate(learningRate);
  }

  /** Keras's defaults with a learning rate for each step; the same as {@code withLearningRate}. */
  public static Adagrad of(LearningRateSchedule schedule) {
    return withLearningRate(schedule);
  }

  /** Keras's defaults with another learning rate, positive. */
  public static Adagrad withLearningRate(double learningRate) {
    return defaults().learningRate(learningRate);
  }

  /** Keras's defaults with a learning rate for each step. */
  public static Adagrad withLearningRate(LearningRateSchedule schedule) {
    return defaults().learningRate(schedule);
  }

  public Adagrad initialAccumulatorValue(double newInitialAccumulatorValue) {
    return new Adagrad((float) newInitialAccumulatorValue, epsilon, tuning);
  }

  public Adagrad epsilon(double newEpsilon) {
    return new Adagrad(initialAccumulatorValue, (float) newEpsilon, tuning);
  }

  @Override
  public Adagrad tuning(Tuning newTuning) {
    return new Adagrad(initialAccumulatorValue, epsilon, newTuning);
  }

  @Override
  public List<Op> apply(Slots slots, List<Parameter> parameters) {
    return parameters.stream().map(parameter -> update(slots, parameter)).toList();
  }

  /**
   * TensorFlow's kernel adds its epsilon to the root, Keras under it: so the accumulator begins
   * with it, and the kernel gets none.
   */
  private Op update(Slots slots, Parameter parameter) {
    Ops tf = slots.tf();
    return tf.train.resourceApplyAdagrad(
        parameter.handle(),
        parameter.slot(slots, "accumulator", initialAccumulatorValue + epsilon),
        slots.learningRate(),
        tf.constant(0f),
        parameter.gradient());
  }
}
