package dev.assay.keras.losses;

import dev.assay.keras.losses.math.LossMath;
import java.util.Set;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * {@code sum(t log(t / p))}, both clipped to [epsilon, 1]: about 0 or more, for distributions; as
 * Keras's {@code KLDivergence}; Kullback and Leibler, 1951.
 *
 * <p>Example:
 *
 * <pre>{@code
 * loss(Loss.KL_DIVERGENCE, "[[0.5, 0.5]]", "[[0.25, 0.75]]"); // -> 0.14384
 * }</pre>
 */
public record KLDivergence() implements Loss {
  @Override
  public String key() {
    return "kl_divergence";
  }

  @Override
  public Set<Labels> labels() {
    return Set.of(Labels.ONE_HOT);
  }

  @Override
  public Outputs outputs() {
    return Outputs.PROBABILITIES;
  }

  @Override
  public Operand<TFloat32> perExample(Ops tf, Operand<TFloat32> output, Operand<TFloat32> target) {
    Operand<TFloat32> t = LossMath.clip(tf, target, LossMath.EPSILON, 1);
    Operand<TFloat32> p = LossMath.clip(tf, output, LossMath.EPSILON, 1);
    return LossMath.sum(tf, tf.math.mul(t, tf.math.log(tf.math.div(t, p))));
  }
}
