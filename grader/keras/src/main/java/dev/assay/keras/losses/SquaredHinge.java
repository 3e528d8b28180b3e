package dev.assay.keras.losses;

import dev.assay.keras.losses.math.LossMath;
import java.util.Set;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * {@code mean(max(0, 1 - t p)²)}: at least 0, for labels -1 and 1, 0 counting as -1; as Keras's
 * {@code SquaredHinge}. The sign of the output is the class: no activation, or tanh.
 *
 * <p>Example:
 *
 * <pre>{@code
 * loss(Loss.SQUARED_HINGE, "[[1]]", "[[0.3]]"); // -> 0.49
 * loss(Loss.SQUARED_HINGE, "[[-1]]", "[[0.3]]"); // -> 1.69
 * }</pre>
 */
public record SquaredHinge() implements Loss {
  @Override
  public String key() {
    return "squared_hinge";
  }

  @Override
  public Set<Labels> labels() {
    return Set.of(Labels.ZERO_OR_ONE, Labels.ONE_HOT);
  }

  @Override
  public Outputs outputs() {
    return Outputs.MARGINS;
  }

  @Override
  public Operand<TFloat32> perExample(Ops tf, Operand<TFloat32> output, Operand<TFloat32> target) {
    return LossMath.mean(tf, tf.math.square(LossMath.hinge(tf, output, target)));
  }
}
