package dev.assay.keras.losses;

import dev.assay.keras.losses.math.LossMath;
import java.util.Set;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * {@code -log p[t]}: at least 0, for labels that are class numbers; as Keras's {@code
 * SparseCategoricalCrossentropy}, without {@code ignore_class}.
 *
 * <p>Of probabilities and logits it is {@link CategoricalCrossentropy} of the one-hot labels:
 * TensorFlow's own sparse operation has no gradient in graphs that Java builds. Outputs that no
 * softmax made are first clipped to [epsilon, 1 - epsilon] and then divided by their sum, as in
 * Keras; the other loss does it the other way round.
 *
 * <p>Example:
 *
 * <pre>{@code
 * loss(Loss.SPARSE_CATEGORICAL_CROSSENTROPY, "[[0, 1, 0]]", "[[0.1, 0.8, 0.1]]"); // -> 0.22314
 * Loss.SPARSE_CATEGORICAL_CROSSENTROPY.fromLogits().logits(); // -> true
 * }</pre>
 *
 * @param logits whether the model's outputs are logits; default false
 */
public record SparseCategoricalCrossentropy(boolean logits) implements Loss {
  /** Returns the loss for a model whose outputs are logits (no softmax at the end). */
  public SparseCategoricalCrossentropy fromLogits() {
    return new SparseCategoricalCrossentropy(true);
  }

  @Override
  public String key() {
    return "sparse_categorical_crossentropy";
  }

  @Override
  public Set<Labels> labels() {
    return Set.of(Labels.CLASS_NUMBERS);
  }

  @Override
  public Outputs outputs() {
    return dense().outputs();
  }

  @Override
  public Operand<TFloat32> perExample(Ops tf, Operand<TFloat32> output, Operand<TFloat32> target) {
    if (logits || LossMath.madeBy(output, "Softmax")) {
      return dense().perExample(tf, output, target);
    }
    Operand<TFloat32> logP = tf.math.log(LossMath.clip(tf, output));
    return tf.nn.softmaxCrossEntropyWithLogits(logP, target).loss();
  }

  private CategoricalCrossentropy dense() {
    return new CategoricalCrossentropy(logits, 0);
  }
}
