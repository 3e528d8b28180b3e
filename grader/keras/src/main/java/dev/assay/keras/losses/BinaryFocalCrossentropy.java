package dev.assay.keras.losses;

import dev.assay.keras.losses.math.LossMath;
import java.util.Set;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The binary cross-entropy of each output times {@code (1 - q)^gamma}, q being the probability of
 * its label, so that easy examples weigh less (Lin and others, 2018); as Keras's {@code
 * BinaryFocalCrossentropy}.
 *
 * <p>Keras computes the sigmoid of logits and clips it; we keep the logits, so far out, where Keras
 * stops at {@code -log(epsilon)}, ours grows on.
 *
 * <p>Example:
 *
 * <pre>{@code
 * loss(Loss.BINARY_FOCAL_CROSSENTROPY, "[[1]]", "[[0.8]]"); // -> 0.0089257
 * loss(Loss.BINARY_FOCAL_CROSSENTROPY.gamma(0), "[[1]]", "[[0.8]]"); // -> 0.22314
 * loss(Loss.BINARY_FOCAL_CROSSENTROPY.classBalancing(0.25), "[[1]]", "[[0.8]]"); // -> 0.0022314
 * }</pre>
 *
 * @param applyClassBalancing whether label 1 weighs alpha and label 0 {@code 1 - alpha}; default
 *     false
 * @param alpha in [0, 1]; default 0.25
 * @param gamma at least 0; 0 is the plain cross-entropy; default 2
 * @param logits whether the model's outputs are logits; default false
 * @param labelSmoothing in [0, 1]: labels become {@code t (1 - s) + s / 2}; default 0
 */
public record BinaryFocalCrossentropy(
    boolean applyClassBalancing, float alpha, float gamma, boolean logits, float labelSmoothing)
    implements Loss {
  public BinaryFocalCrossentropy {
    LossMath.checkSmoothing("BinaryFocalCrossentropy", labelSmoothing);
    if (!(alpha >= 0 && alpha <= 1)) {
      throw new IllegalArgumentException(
          "BinaryFocalCrossentropy: alpha must be in [0, 1]. Received: " + alpha);
    }
    if (!(gamma >= 0 && gamma < Float.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "BinaryFocalCrossentropy: gamma must be at least 0. Received: " + gamma);
    }
  }

  /** Returns the loss for a model whose outputs are logits (no sigmoid at the end). */
  public BinaryFocalCrossentropy fromLogits() {
    return new BinaryFocalCrossentropy(applyClassBalancing, alpha, gamma, true, labelSmoothing);
  }

  /** Returns the loss with weight alpha for label 1 and 1 - alpha for label 0. */
  public BinaryFocalCrossentropy classBalancing(double newAlpha) {
    return new BinaryFocalCrossentropy(true, (float) newAlpha, gamma, logits, labelSmoothing);
  }

  public BinaryFocalCrossentropy gamma(double newGamma) {
    return new BinaryFocalCrossentropy(
        applyClassBalancing, alpha, (float) newGamma, logits, labelSmoothing);
  }

  public BinaryFocalCrossentropy labelSmoothing(double newLabelSmoothing) {
    return new BinaryFocalCrossentropy(
        applyClassBalancing, alpha, gamma, logits, (float) newLabelSmoothing);
  }

  @Override
  public String key() {
    return "binary_focal_crossentropy";
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
    Operand<TFloat32> loss = BinaryCrossentropy.ofEachOutput(tf, output, t, logits);
    if (gamma > 0) {
      loss = tf.math.mul(focus(tf, output, t), loss);
    }
    if (applyClassBalancing) {
      loss = tf.math.mul(mix(tf, t, tf.constant(alpha), tf.constant(1 - alpha)), loss);
    }
    return LossMath.mean(tf, loss);
  }

  /** {@code (1 - q)^gamma}; the floor keeps the gradient finite for a gamma below 1. */
  private Operand<TFloat32> focus(Ops tf, Operand<TFloat32> output, Operand<TFloat32> target) {
    Operand<TFloat32> wrong =
        mix(tf, target, zeroProbability(tf, output), outputs().scores(tf, output));
    return tf.math.pow(tf.math.maximum(wrong, tf.constant(Float.MIN_NORMAL)), tf.constant(gamma));
  }

  /** {@code 1 - p}, from the logits where there are any, since p rounds to 1. */
  private Operand<TFloat32> zeroProbability(Ops tf, Operand<TFloat32> output) {
    if (logits) {
      return tf.math.sigmoid(tf.math.neg(output));
    }
    return LossMath.madeBy(output, "Sigmoid")
        ? tf.math.sigmoid(tf.math.neg(LossMath.inputOf(output)))
        : LossMath.complement(tf, output);
  }

  /** {@code t a + (1 - t) b}. */
  private static Operand<TFloat32> mix(
      Ops tf, Operand<TFloat32> t, Operand<TFloat32> a, Operand<TFloat32> b) {
    return tf.math.add(tf.math.mul(t, a), tf.math.mul(LossMath.complement(tf, t), b));
  }
}
