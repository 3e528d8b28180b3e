package dev.assay.keras.losses;

import dev.assay.keras.losses.math.LossMath;
import java.util.Set;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * {@code max(0, max((1 - t) p) - sum(t p) + 1)}: at least 0, for one-hot labels; as Keras's {@code
 * CategoricalHinge}. As there, the 0 that {@code (1 - t) p} has at the label's own class takes part
 * in the inner maximum.
 *
 * <p>Example:
 *
 * <pre>{@code
 * loss(Loss.CATEGORICAL_HINGE, "[[0, 1, 0]]", "[[0.5, 0.3, 0.2]]"); // -> 1.2
 * }</pre>
 */
public record CategoricalHinge() implements Loss {
  @Override
  public String key() {
    return "categorical_hinge";
  }

  @Override
  public Set<Labels> labels() {
    return Set.of(Labels.ONE_HOT);
  }

  @Override
  public Outputs outputs() {
    return Outputs.MARGINS;
  }

  @Override
  public Operand<TFloat32> perExample(Ops tf, Operand<TFloat32> output, Operand<TFloat32> target) {
    Operand<TFloat32> own = LossMath.sum(tf, tf.math.mul(target, output));
    Operand<TFloat32> others = tf.math.mul(LossMath.complement(tf, target), output);
    Operand<TFloat32> highest = tf.max(others, tf.constant(-1));
    return LossMath.positivePart(tf, tf.math.add(tf.math.sub(highest, own), tf.constant(1f)));
  }
}
