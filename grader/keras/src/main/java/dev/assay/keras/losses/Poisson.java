package dev.assay.keras.losses;

import dev.assay.keras.losses.math.LossMath;
import java.util.Set;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * {@code mean(p - t log(p + epsilon))} for counts, p being their rate: as Keras's {@code Poisson}.
 * Outputs must be positive (softplus, exponential); it may be negative.
 *
 * <p>Example:
 *
 * <pre>{@code
 * loss(Loss.POISSON, "[[2]]", "[[2]]"); // -> 0.61371
 * }</pre>
 */
public record Poisson() implements Loss {
  @Override
  public String key() {
    return "poisson";
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
    Operand<TFloat32> logP = tf.math.log(tf.math.add(output, tf.constant(LossMath.EPSILON)));
    return LossMath.mean(tf, tf.math.sub(output, tf.math.mul(target, logP)));
  }
}
