package dev.assay.keras.losses;

import dev.assay.keras.losses.math.LossMath;
import java.util.Set;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * {@code mean(e² / 2)} of errors up to delta, {@code delta |e| - delta² / 2} beyond: as Keras's
 * {@code Huber}.
 *
 * <p>Example:
 *
 * <pre>{@code
 * loss(Loss.HUBER, "[[0, 0]]", "[[0.5, 3]]"); // -> 1.3125
 * loss(Loss.HUBER.delta(0.5), "[[0, 0]]", "[[0.5, 3]]"); // -> 0.75
 * }</pre>
 *
 * @param delta in the labels' unit, positive; default 1
 */
public record Huber(float delta) implements Loss {
  public Huber {
    if (!(delta > 0 && delta < Float.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("Huber: delta must be positive. Received: " + delta);
    }
  }

  public Huber delta(double newDelta) {
    return new Huber((float) newDelta);
  }

  @Override
  public String key() {
    return "huber";
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
    Operand<TFloat32> magnitude = tf.math.abs(error);
    Operand<TFloat32> half = tf.constant(0.5f);
    Operand<TFloat32> limit = tf.constant(delta);
    Operand<TFloat32> square = tf.math.mul(half, tf.math.square(error));
    Operand<TFloat32> linear = tf.math.mul(limit, tf.math.sub(magnitude, tf.math.mul(half, limit)));
    return LossMath.mean(tf, tf.select(tf.math.lessEqual(magnitude, limit), square, linear));
  }
}
