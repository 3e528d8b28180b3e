package dev.assay.keras.losses;

import dev.assay.keras.losses.math.LossMath;
import java.util.Set;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * {@code mean((log(1 + t) - log(1 + p))²)}: at least 0, for labels at least 0; as Keras's {@code
 * MeanSquaredLogarithmicError}. Labels and outputs below epsilon count as epsilon.
 *
 * <p>Example:
 *
 * <pre>{@code
 * loss(Loss.MEAN_SQUARED_LOGARITHMIC_ERROR, "[[1]]", "[[0]]"); // -> 0.48045
 * }</pre>
 */
public record MeanSquaredLogarithmicError() implements Loss {
  @Override
  public String key() {
    return "msle";
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
    return LossMath.mean(
        tf, tf.math.squaredDifference(logarithm(tf, output), logarithm(tf, target)));
  }

  private static Operand<TFloat32> logarithm(Ops tf, Operand<TFloat32> values) {
    Operand<TFloat32> floored = tf.math.maximum(values, tf.constant(LossMath.EPSILON));
    return tf.math.log(tf.math.add(floored, tf.constant(1f)));
  }
}
