package dev.assay.keras.losses;

import dev.assay.keras.losses.math.LossMath;
import java.util.Set;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * {@code mean(|t - p|)}: at least 0, in the labels' unit; as Keras's {@code MeanAbsoluteError}.
 *
 * <p>Example:
 *
 * <pre>{@code
 * loss(Loss.MEAN_ABSOLUTE_ERROR, "[[1, 2]]", "[[1.5, 1]]"); // -> 0.75
 * }</pre>
 */
public record MeanAbsoluteError() implements Loss {
  @Override
  public String key() {
    return "mae";
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
    return LossMath.mean(tf, tf.math.abs(tf.math.sub(target, output)));
  }
}
