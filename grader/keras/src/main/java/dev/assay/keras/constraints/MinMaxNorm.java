package dev.assay.keras.constraints;

import java.util.Arrays;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Keeps the Euclidean norm of the weights into each unit between two bounds, as Keras's {@code
 * MinMaxNorm}: the norm becomes {@code (1 - rate) norm + rate clip(norm, minValue, maxValue)}.
 *
 * <p>Example:
 *
 * <pre>{@code
 * constrained(MinMaxNorm.of(1, 2), "[[3, 0.3], [4, 0.4]]"); // -> [[1.2, 0.6], [1.6, 0.8]]
 * }</pre>
 *
 * @param minValue the smallest norm, at least 0; Keras's default 0
 * @param maxValue the largest norm, positive and not below minValue; Keras's default 1
 * @param rate how much of the way is gone at each step, in [0, 1]; default 1: all of it
 * @param axis along which norms are taken; default 0, which is right for the kernel of Dense; for
 *     that of Conv2D take 0, 1 and 2; negative axes count from the last
 */
public record MinMaxNorm(float minValue, float maxValue, float rate, List<Integer> axis)
    implements Constraint {
  public MinMaxNorm {
    Norms.positive("MinMaxNorm", "maxValue", maxValue);
    if (!(minValue >= 0 && minValue <= maxValue)) {
      throw new IllegalArgumentException(
          "MinMaxNorm: minValue must be in [0, maxValue]. Received: minValue=%s, maxValue=%s"
              .formatted(minValue, maxValue));
    }
    if (!(rate >= 0 && rate <= 1)) {
      throw new IllegalArgumentException("MinMaxNorm: rate must be in [0, 1]. Received: " + rate);
    }
    axis = Norms.axes("MinMaxNorm", axis);
  }

  /** Keras's defaults. */
  public static MinMaxNorm defaults() {
    return of(0, 1);
  }

  public static MinMaxNorm of(double minValue, double maxValue) {
    return new MinMaxNorm((float) minValue, (float) maxValue, 1, List.of(0));
  }

  public MinMaxNorm rate(double newRate) {
    return new MinMaxNorm(minValue, maxValue, (float) newRate, axis);
  }

  public MinMaxNorm axis(int... axes) {
    return new MinMaxNorm(minValue, maxValue, rate, Arrays.stream(axes).boxed().toList());
  }

  @Override
  public Operand<TFloat32> project(Ops tf, Operand<TFloat32> weight) {
    Operand<TFloat32> norms = Norms.of(tf, weight, axis);
    Operand<TFloat32> clipped = Norms.clip(tf, norms, minValue, maxValue);
    Operand<TFloat32> desired =
        tf.math.add(
            tf.math.mul(tf.constant(rate), clipped), tf.math.mul(tf.constant(1 - rate), norms));
    return Norms.rescale(tf, weight, norms, desired);
  }

  @Override
  public void check(String weight, int rank) {
    Norms.check("MinMaxNorm", axis, weight, rank);
  }
}
