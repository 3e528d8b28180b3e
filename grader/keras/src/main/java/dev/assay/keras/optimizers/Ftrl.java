package dev.assay.keras.optimizers;

import dev.assay.keras.schedules.LearningRateSchedule;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * "Follow the regularized leader" (McMahan et al., 2013), as Keras's {@code Ftrl}.
 *
 * <p>With {@code p = -learningRatePower}, {@code s} the shrinkage and {@code r = learningRate}:
 * {@code n' = n + g²}, {@code z += g + 2 s w - (n'^p - n^p) / r w}, {@code w = (clip(z, -l1, l1) -
 * z) / (n'^p / r + 2 l2 + beta / r)}, {@code n = n'}. At a learning rate of 0 weights become NaN,
 * as in Keras.
 *
 * <p>Example:
 *
 * <pre>{@code
 * descend(Ftrl.withLearningRate(0.1), 3); // -> [0.74505, 0.68578, 0.63789]
 * }</pre>
 *
 * @param learningRatePower at most 0; default -0.5
 * @param initialAccumulatorValue what {@code n} begins with, at least 0; default 0.1
 * @param l1RegularizationStrength at least 0; default 0
 * @param l2RegularizationStrength at least 0; default 0
 * @param l2ShrinkageRegularizationStrength a penalty on the magnitude, at least 0; default 0
 * @param beta at least 0; default 0
 * @param tuning learning rate (default 0.001), clipping, weight decay
 */
public record Ftrl(
    float learningRatePower,
    float initialAccumulatorValue,
    float l1RegularizationStrength,
    float l2RegularizationStrength,
    float l2ShrinkageRegularizationStrength,
    float beta,
    Tuning tuning)
    implements Optimizer, Tunable<Ftrl> {
  public Ftrl {
    if (!(learningRatePower <= 0 && learningRatePower > Float.NEGATIVE_INFINITY)) {
      throw OptimizerArguments.bad("Ftrl", "learningRatePower", "at most 0", learningRatePower);
    }
    OptimizerArguments.notNegative("Ftrl", "initialAccumulatorValue", initialAccumulatorValue);
    OptimizerArguments.notNegative("Ftrl", "l1RegularizationStrength", l1RegularizationStrength);
    OptimizerArguments.notNegative("Ftrl", "l2RegularizationStrength", l2RegularizationStrength);
    OptimizerArguments.notNegative(
        "Ftrl", "l2ShrinkageRegularizationStrength", l2ShrinkageRegularizationStrength);
    OptimizerArguments.notNegative("Ftrl", "beta", beta);
  }

  /** Keras's defaults. */
  public static Ftrl defaults() {
    return new Ftrl(-0.5f, 0.1f, 0, 0, 0, 0, Tuning.of(0.001));
  }

  /** Keras's defaults with another learning rate; the same as {@code withLearningRate}. */
  public static Ftrl of(double learningRate) {
    return withLearningRate(learningRate);
  }

  /** Keras's defaults with a learning rate for each step; the same as {@code withLearningRate}. */
  public static Ftrl of(LearningRateSchedule schedule) {
    return withLearningRate(schedule);
  }

  /** Keras's defaults with another learning rate, positive. */
  public static Ftrl withLearningRate(double learningRate) {
    return defaults().learningRate(learningRate);
  }

  /** Keras's defaults with a learning rate for each step. */
  public static Ftrl withLearningRate(LearningRateSchedule schedule) {
    return defaults().learningRate(schedule);
  }

  public Ftrl learningRatePower(double power) {
    return new Ftrl(
        (float) power,
        initialAccumulatorValue,
        l1RegularizationStrength,
        l2RegularizationStrength,
        l2ShrinkageRegularizationStrength,
        beta,
        tuning);
  }

  public Ftrl initialAccumulatorValue(double value) {
    return new Ftrl(
        learningRatePower,
        (float) value,
        l1RegularizationStrength,
        l2RegularizationStrength,
        l2ShrinkageRegularizationStrength,
        beta,
        tuning);
  }

  public Ftrl l1RegularizationStrength(double strength) {
    return new Ftrl(
        learningRatePower,
        initialAccumulatorValue,
        (float) strength,
        l2RegularizationStrength,
        l2ShrinkageRegularizationStrength,
        beta,
        tuning);
  }

  public Ftrl l2RegularizationStrength(double strength) {
    return new Ftrl(
        learningRatePower,
        initialAccumulatorValue,
        l1RegularizationStrength,
        (float) strength,
        l2ShrinkageRegularizationStrength,
        beta,
        tuning);
  }

  public Ftrl l2ShrinkageRegularizationStrength(double strength) {
    return new Ftrl(
        learningRatePower,
        initialAccumulatorValue,
        l1RegularizationStrength,
        l2RegularizationStrength,
        (float) strength,
        beta,
        tuning);
  }

  public Ftrl beta(double newBeta) {
    return new Ftrl(
        learningRatePower,
        initialAccumulatorValue,
        l1RegularizationStrength,
        l2RegularizationStrength,
        l2ShrinkageRegularizationStrength,
        (float) newBeta,
        tuning);
  }

  @Override
  public Ftrl tuning(Tuning newTuning) {
    return new Ftrl(
        learningRatePower,
        initialAccumulatorValue,
        l1RegularizationStrength,
        l2RegularizationStrength,
        l2ShrinkageRegularizationStrength,
        beta,
        newTuning);
  }

  @Override
  public List<Op> apply(Slots slots, List<Parameter> parameters) {
    Ops tf = slots.tf();
    Operand<TFloat32> strength =
        tf.math.add(
            tf.constant(l2RegularizationStrength),
            tf.math.div(tf.constant(beta), tf.math.mul(tf.constant(2f), slots.learningRate())));
    return parameters.stream().map(parameter -> update(slots, parameter, strength)).toList();
  }

  private Op update(Slots slots, Parameter parameter, Operand<TFloat32> strength) {
    Ops tf = slots.tf();
    return tf.train.resourceApplyFtrl(
        parameter.handle(),
        parameter.slot(slots, "accumulator", initialAccumulatorValue),
        parameter.slot(slots, "linear"),
        parameter.gradient(),
        slots.learningRate(),
        tf.constant(l1RegularizationStrength),
        strength,
        tf.constant(l2ShrinkageRegularizationStrength),
        tf.constant(learningRatePower));
  }
}
