package dev.assay.keras.losses;

import dev.assay.keras.losses.math.LossMath;
import java.util.Set;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * {@code -sum(t log p)}: at least 0, for one-hot labels; as Keras's {@code
 * CategoricalCrossentropy}.
 *
 * <p>Keras divides probabilities by their sum and clips them to [epsilon, 1 - epsilon] before the
 * logarithm and, like it, we look behind a softmax at the end of the model for the logits, which
 * need neither.
 *
 * <p>Example:
 *
 * <pre>{@code
 * loss(Loss.CATEGORICAL_CROSSENTROPY, "[[0, 1, 0]]", "[[0.1, 0.8, 0.1]]"); // -> 0.22314
 * loss(Loss.CATEGORICAL_CROSSENTROPY.fromLogits(), "[[0, 1]]", "[[3, 3]]"); // -> 0.69315
 * FitPlan plan = FitPlan.epochs(10).withOneHotLabels(); // for labels that are class numbers
 * }</pre>
 *
 * @param logits whether the model's outputs are logits; default false
 * @param labelSmoothing in [0, 1]: labels become {@code t (1 - s) + s / outputs}; default 0
 */
public record CategoricalCrossentropy(boolean logits, float labelSmoothing) implements Loss {
  public CategoricalCrossentropy {
    LossMath.checkSmoothing("CategoricalCrossentropy", labelSmoothing);
  }

  /** Returns the loss for a model whose outputs are logits (no softmax at the end). */
  public CategoricalCrossentropy fromLogits() {
    return new CategoricalCrossentropy(true, labelSmoothing);
  }

  public CategoricalCrossentropy labelSmoothing(double newLabelSmoothing) {
    return new CategoricalCrossentropy(logits, (float) newLabelSmoothing);
  }

  @Override
  public String key() {
    return "categorical_crossentropy";
  }

  @Override
  public Set<Labels> labels() {
    return Set.of(Labels.ONE_HOT);
  }

  @Override
  public Outputs outputs() {
    return logits ? Outputs.CLASS_LOGITS : Outputs.PROBABILITIES;
  }

  @Override
  public Operand<TFloat32> perExample(Ops tf, Operand<TFloat32> output, Operand<TFloat32> target) {
    Shape shape = output.shape();
    float classes = shape.get(shape.numDimensions() - 1);
    Operand<TFloat32> t = LossMath.smooth(tf, target, labelSmoothing, labelSmoothing / classes);
    if (logits) {
      return tf.nn.softmaxCrossEntropyWithLogits(output, t).loss();
    }
    return LossMath.madeBy(output, "Softmax")
        ? tf.nn.softmaxCrossEntropyWithLogits(LossMath.inputOf(output), t).loss()
        : ofProbabilities(tf, output, t);
  }

  private static Operand<TFloat32> ofProbabilities(
      Ops tf, Operand<TFloat32> output, Operand<TFloat32> target) {
    Operand<TFloat32> p = tf.math.div(output, LossMath.sumAsColumn(tf, output));
    Operand<TFloat32> logP = tf.math.log(LossMath.clip(tf, p));
    return tf.math.neg(LossMath.sum(tf, tf.math.mul(target, logP)));
  }
}
