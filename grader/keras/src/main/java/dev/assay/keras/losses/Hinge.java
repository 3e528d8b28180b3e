package dev.assay.keras.losses;

import dev.assay.keras.losses.math.LossMath;
import java.util.Set;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * {@code mean(max(0, 1 - t p))}: at least 0, for labels -1 and 1, 0 counting as -1; as Keras's
 * {@code Hinge}. The sign of the output is the class: no activation, or tanh.
 *
 * <p>Example:
 *
 * <pre>{@code
 * loss(Loss.HINGE, "[[1]]", "[[0.3]]"); // -> 0.7
 * loss(Loss.HINGE, "[[-1]]", "[[0.3]]"); // -> 1.3
 * }</pre>
 */
public record Hinge() implements Loss {
  @Override
  public String key() {
    return "hinge";
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
    return LossMath.mean(tf, LossMath.hinge(tf, output, target));
  }
}
