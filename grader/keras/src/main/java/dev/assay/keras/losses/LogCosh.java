package dev.assay.keras.losses;

import dev.assay.keras.losses.math.LossMath;
import java.util.Set;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * {@code mean(log(cosh(p - t)))}: at least 0, half the square of a small error, its magnitude less
 * log 2 for a large one; as Keras's {@code LogCosh}. Computed as {@code x + softplus(-2 x) - log
 * 2}, which does not overflow; exact to about 1e-7.
 *
 * <p>Example:
 *
 * <pre>{@code
 * loss(Loss.LOG_COSH, "[[0]]", "[[1]]"); // -> 0.43378
 * }</pre>
 */
public record LogCosh() implements Loss {
  @Override
  public String key() {
    return "logcosh";
  }

  @Override
  public Set<Labels> labels() {
    return Set.of(Labels.NUMBERS, Labels.ZERO_OR_ONE, Labels.ONE_HOT);
  }

  @Override
  public Outputs outputs() {
    return Outputs.VALUES;
  }

  @Override
  public Operand<TFloat32> perExample(Ops tf, Operand<TFloat32> output, Operand<TFloat32> target) {
    Operand<TFloat32> error = tf.math.sub(output, target);
    Operand<TFloat32> rest = tf.math.softplus(tf.math.mul(error, tf.constant(-2f)));
    return LossMath.mean(
        tf, tf.math.sub(tf.math.add(error, rest), tf.constant((float) Math.log(2))));
  }
}
