package dev.assay.keras.losses;

import dev.assay.keras.losses.math.LossMath;
import java.util.Set;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * {@code -mean(t log p + (1 - t) log(1 - p))}: at least 0, for labels 0 and 1; as Keras's {@code
 * BinaryCrossentropy}.
 *
 * <p>Keras clips probabilities to [epsilon, 1 - epsilon] before the logarithm and, like it, we look
 * behind a sigmoid at the end of the model for the logits, which need no clipping.
 *
 * <p>Example:
 *
 * <pre>{@code
 * loss(Loss.BINARY_CROSSENTROPY, "[[1]]", "[[0.8]]"); // -> 0.22314
 * loss(Loss.BINARY_CROSSENTROPY.fromLogits(), "[[1]]", "[[0]]"); // -> 0.69315
 * loss(Loss.BINARY_CROSSENTROPY.labelSmoothing(0.2), "[[1]]", "[[0.8]]"); // -> 0.36177
 * }</pre>
 *
 * @param logits whether the model's outputs are logits; default false
 * @param labelSmoothing in [0, 1]: labels become {@code t (1 - s) + s / 2}; default 0
 */
public record BinaryCrossentropy(boolean logits, float labelSmoothing) implements Loss {
  public BinaryCrossentropy {
    LossMath.checkSmoothing("BinaryCrossentropy", labelSmoothing);
  }

  /** Returns the loss for a model whose outputs are logits (no sigmoid at the end). */
  public BinaryCrossentropy fromLogits() {
    return new BinaryCrossentropy(true, labelSmoothing);
  }

  public BinaryCrossentropy labelSmoothing(double newLabelSmoothing) {
    return new BinaryCrossentropy(logits, (float) newLabelSmoothing);
  }

  @Override
  public String key() {
    return "binary_crossentropy";
  }

  @Override
  public Set<Labels> labels() {
    return Set.of(Labels.ZERO_OR_ONE, Labels.ONE_HOT);
  }

  @Override
  public Outputs outputs() {
    return logits ? Outputs.LOGITS : Outputs.PROBABILITIES;
  }

  @Override
  public Operand<TFloat32> perExample(Ops tf, Operand<TFloat32> output, Operand<TFloat32> target) {
    Operand<TFloat32> t = LossMath.smooth(tf, target, labelSmoothing, labelSmoothing / 2);
    return LossMath.mean(tf, ofEachOutput(tf, output, t, logits));
  }

  static Operand<TFloat32> ofEachOutput(
      Ops tf, Operand<TFloat32> output, Operand<TFloat32> target, boolean logits) {
    if (logits) {
      return ofLogits(tf, output, target);
    }
    return LossMath.madeBy(output, "Sigmoid")
        ? ofLogits(tf, LossMath.inputOf(output), target)
        : ofProbabilities(tf, LossMath.clip(tf, output), target);
  }

  private static Operand<TFloat32> ofProbabilities(
      Ops tf, Operand<TFloat32> p, Operand<TFloat32> target) {
    Operand<TFloat32> one = tf.math.mul(target, tf.math.log(p));
    Operand<TFloat32> zero =
        tf.math.mul(LossMath.complement(tf, target), tf.math.log(LossMath.complement(tf, p)));
    return tf.math.neg(tf.math.add(one, zero));
  }

  /**
   * {@code max(x, 0) - x t + log(1 + exp(-|x|))}; selected so that the gradient at 0 is right too.
   */
  private static Operand<TFloat32> ofLogits(Ops tf, Operand<TFloat32> x, Operand<TFloat32> target) {
    Operand<TFloat32> zeros = tf.zerosLike(x);
    var positive = tf.math.greaterEqual(x, zeros);
    Operand<TFloat32> above = tf.select(positive, x, zeros);
    Operand<TFloat32> minusMagnitude = tf.select(positive, tf.math.neg(x), x);
    return tf.math.add(
        tf.math.sub(above, tf.math.mul(x, target)), tf.math.softplus(minusMagnitude));
  }
}
