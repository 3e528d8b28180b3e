package dev.assay.keras.losses;

import dev.assay.keras.losses.math.LossMath;
import java.util.Set;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * {@code mean((t - p)²)}: at least 0, in the labels' unit squared; as Keras's {@code
 * MeanSquaredError}.
 *
 * <p>Example:
 *
 * <pre>{@code
 * loss(Loss.MEAN_SQUARED_ERROR, "[[1, 2]]", "[[1.5, 1]]"); // -> 0.625
 * }</pre>
 */
public record MeanSquaredError() implements Loss {
  @Override
  public String key() {
    return "mse";
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
    return LossMath.mean(tf, tf.math.squaredDifference(output, target));
  }
}
