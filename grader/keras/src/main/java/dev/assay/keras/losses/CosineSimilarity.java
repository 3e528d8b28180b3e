package dev.assay.keras.losses;

import dev.assay.keras.losses.math.LossMath;
import java.util.Set;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * {@code -sum(l2_norm(t) l2_norm(p))}: -1 for the same direction, 0 for right angles and for a
 * vector of zeros, 1 for the opposite; as Keras's {@code CosineSimilarity}.
 *
 * <p>With a single output it has no gradient. A norm counts as at least epsilon, as in Keras, where
 * the gradient of a vector of zeros is NaN; ours is finite.
 *
 * <p>Example:
 *
 * <pre>{@code
 * loss(Loss.COSINE_SIMILARITY, "[[1, 0]]", "[[2, 0]]"); // -> -1
 * loss(Loss.COSINE_SIMILARITY, "[[1, 0]]", "[[0, 2]]"); // -> 0
 * }</pre>
 */
public record CosineSimilarity() implements Loss {
  @Override
  public String key() {
    return "cosine_similarity_loss";
  }

  @Override
  public Set<Labels> labels() {
    return Set.of(Labels.ONE_HOT);
  }

  @Override
  public Outputs outputs() {
    return Outputs.VALUES;
  }

  @Override
  public Operand<TFloat32> perExample(Ops tf, Operand<TFloat32> output, Operand<TFloat32> target) {
    Operand<TFloat32> product = tf.math.mul(unit(tf, target), unit(tf, output));
    return tf.math.neg(LossMath.sum(tf, product));
  }

  private static Operand<TFloat32> unit(Ops tf, Operand<TFloat32> vectors) {
    float least = LossMath.EPSILON * LossMath.EPSILON;
    Operand<TFloat32> squares = LossMath.sumAsColumn(tf, tf.math.square(vectors));
    return tf.math.mul(vectors, tf.math.rsqrt(tf.math.maximum(squares, tf.constant(least))));
  }
}
