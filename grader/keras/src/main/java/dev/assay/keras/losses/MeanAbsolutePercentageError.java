package dev.assay.keras.losses;

import dev.assay.keras.losses.math.LossMath;
import java.util.Set;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * {@code 100 mean(|t - p| / max(|t|, epsilon))}: at least 0, in percent of the label; as Keras's
 * {@code MeanAbsolutePercentageError}. Labels of 0 make it huge.
 *
 * <p>Example:
 *
 * <pre>{@code
 * loss(Loss.MEAN_ABSOLUTE_PERCENTAGE_ERROR, "[[1, 2]]", "[[1.5, 1]]"); // -> 50
 * }</pre>
 */
public record MeanAbsolutePercentageError() implements Loss {
  @Override
  public String key() {
    return "mape";
  }

  @Override
  public Set<Labels> labels() {
    return Set.of(Labels.NUMBERS);
  }

  @Override
  public Outputs outputs() {
    return Outputs.VALUES;
  }

  @Override
  public Operand<TFloat32> perExample(Ops tf, Operand<TFloat32> output, Operand<TFloat32> target) {
    Operand<TFloat32> size = tf.math.maximum(tf.math.abs(target), tf.constant(LossMath.EPSILON));
    Operand<TFloat32> share = tf.math.div(tf.math.abs(tf.math.sub(target, output)), size);
    return tf.math.mul(tf.constant(100f), LossMath.mean(tf, share));
  }
}
