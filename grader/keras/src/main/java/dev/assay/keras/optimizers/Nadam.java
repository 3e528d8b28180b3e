package dev.assay.keras.optimizers;

import dev.assay.keras.schedules.LearningRateSchedule;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TType;

/**
 * Adam with Nesterov momentum (Dozat, 2016), as Keras's {@code Nadam}.
 *
 * <p>With {@code u(t) = beta1 (1 - 0.96^t / 2)} and {@code P(t) = u(1) ... u(t)}: {@code m += (1 -
 * beta1) (g - m)}, {@code v += (1 - beta2) (g² - v)}, {@code w -= learningRate (u(t+1) m / (1 -
 * P(t+1)) + (1 - u(t)) g / (1 - P(t))) / (sqrt(v / (1 - beta2^t)) + epsilon)}. No kernel of
 * TensorFlow computes that, so it is made of operations.
 *
 * <p>Example:
 *
 * <pre>{@code
 * descend(Nadam.withLearningRate(0.1), 3); // -> [0.89372, 0.82025, 0.75467]
 * }</pre>
 *
 * @param beta1 decay of the mean of the gradients, in [0, 1); default 0.9
 * @param beta2 decay of the mean of their squares, in [0, 1); default 0.999
 * @param epsilon positive; default 1e-7
 * @param tuning learning rate (default 0.001), clipping, weight decay
 */
public record Nadam(float beta1, float beta2, float epsilon, Tuning tuning)
    implements Optimizer, Tunable<Nadam> {
  /** The decay of the difference between momentum and beta1. */
  private static final float DECAY = 0.96f;

  public Nadam {
    OptimizerArguments.decay("Nadam", "beta1", beta1);
    OptimizerArguments.decay("Nadam", "beta2", beta2);
    OptimizerArguments.positive("Nadam", "epsilon", epsilon);
  }

  /** Keras's defaults. */
  public static Nadam defaults() {
    return new Nadam(0.9f, 0.999f, 1e-7f, Tuning.of(0.001));
  }

  /** Keras's defaults with another learning rate; the same as {@code withLearningRate}. */
  public static Nadam of(double learningRate) {
    return withLearningRate(learningRate);
  }

  /** Keras's defaults with a learning rate for each step; the same as {@code withLearningRate}. */
  public static Nadam of(LearningRateSchedule schedule) {
    return withLearningRate(schedule);
  }

  /** Keras's defaults with another learning rate, positive. */
  public static Nadam withLearningRate(double learningRate) {
    return defaults().learningRate(learningRate);
  }

  /** Keras's defaults with a learning rate for each step. */
  public static Nadam withLearningRate(LearningRateSchedule schedule) {
    return defaults().learningRate(schedule);
  }

  /** Sets both decay rates, as Keras's {@code beta_1} and {@code beta_2}. */
  public Nadam betas(double newBeta1, double newBeta2) {
    return new Nadam((float) newBeta1, (float) newBeta2, epsilon, tuning);
  }

  public Nadam epsilon(double newEpsilon) {
    return new Nadam(beta1, beta2, (float) newEpsilon, tuning);
  }

  @Override
  public Nadam tuning(Tuning newTuning) {
    return new Nadam(beta1, beta2, epsilon, newTuning);
  }

  @Override
  public List<Op> apply(Slots slots, List<Parameter> parameters) {
    Ops tf = slots.tf();
    Operand<TFloat32> one = tf.constant(1f);
    Operand<TFloat32> decay = slots.power(DECAY);
    Operand<? extends TType> productHandle = slots.variable("nadam/product", Shape.scalar(), 1);
    Operand<TFloat32> momentum = momentum(tf, decay);
    Operand<TFloat32> next = momentum(tf, tf.math.mul(decay, tf.constant(DECAY)));
    Operand<TFloat32> product =
        tf.math.mul(tf.readVariableOp(productHandle, TFloat32.class), momentum);
    Operand<TFloat32> root = tf.math.sqrt(tf.math.sub(one, slots.power(beta2)));
    Operand<TFloat32> size = tf.math.mul(slots.learningRate(), root);
    Factors factors =
        new Factors(
            tf.math.mul(size, tf.math.div(next, tf.math.sub(one, tf.math.mul(product, next)))),
            tf.math.mul(size, tf.math.div(tf.math.sub(one, momentum), tf.math.sub(one, product))),
            tf.math.mul(tf.constant(epsilon), root));
    List<Op> updates = new ArrayList<>();
    parameters.forEach(parameter -> updates.add(update(slots, parameter, factors)));
    updates.add(tf.assignVariableOp(productHandle, product));
    return updates;
  }

  private Operand<TFloat32> momentum(Ops tf, Operand<TFloat32> decay) {
    return tf.math.mul(
        tf.constant(beta1), tf.math.sub(tf.constant(1f), tf.math.mul(tf.constant(0.5f), decay)));
  }

  /**
   * The factors common to all weights: numerator and denominator are multiplied by {@code sqrt(1 -
   * beta2^t)}, so that nothing as large as a weight is divided by it.
   *
   * @param mean of the mean of the gradients
   * @param gradient of the gradient itself
   * @param epsilon what is added to the root of the mean of the squares
   */
  private record Factors(
      Operand<TFloat32> mean, Operand<TFloat32> gradient, Operand<TFloat32> epsilon) {}

  private Op update(Slots slots, Parameter parameter, Factors factors) {
    Ops tf = slots.tf();
    Operand<TFloat32> g = parameter.gradient();
    Average m = Average.add(slots, parameter, "m", g, 1 - beta1);
    Average v = Average.add(slots, parameter, "v", tf.math.square(g), 1 - beta2);
    Operand<TFloat32> direction =
        tf.math.add(tf.math.mul(factors.mean(), m.value()), tf.math.mul(factors.gradient(), g));
    Operand<TFloat32> size = tf.math.add(tf.math.sqrt(v.value()), factors.epsilon());
    return tf.withControlDependencies(List.of(m.assignment(), v.assignment()))
        .assignSubVariableOp(parameter.handle(), tf.math.div(direction, size));
  }

  /** A running mean: its new value, and the operation that keeps it. */
  private record Average(Operand<TFloat32> value, Op assignment) {
    static Average add(
        Slots slots, Parameter parameter, String name, Operand<TFloat32> x, float share) {
      Ops tf = slots.tf();
      Operand<? extends TType> handle = parameter.slot(slots, name);
      Operand<TFloat32> before = tf.readVariableOp(handle, TFloat32.class);
      Operand<TFloat32> after =
          tf.math.add(before, tf.math.mul(tf.math.sub(x, before), tf.constant(share)));
      return new Average(after, tf.assignVariableOp(handle, after));
    }
  }
}
