package dev.assay.keras.constraints;

import java.util.Arrays;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Shortens the weights into each unit whose Euclidean norm is above {@code maxValue}, as Keras's
 * {@code MaxNorm}; Srivastava et al., 2014.
 *
 * <p>Example:
 *
 * <pre>{@code
 * constrained(MaxNorm.of(1), "[[3, 0.1], [4, 0.2]]"); // -> [[0.6, 0.1], [0.8, 0.2]]
 * error(() -> MaxNorm.of(-1)); // -> MaxNorm: maxValue must be positive. Received: -1.0
 * }</pre>
 *
 * @param maxValue the largest norm, positive; Keras's default 2
 * @param axis along which norms are taken; default 0, which is right for the kernel of Dense; for
 *     that of Conv2D take 0, 1 and 2; negative axes count from the last
 */
public record MaxNorm(float maxValue, List<Integer> axis) implements Constraint {
  public MaxNorm {
    Norms.positive("MaxNorm", "maxValue", maxValue);
    axis = Norms.axes("MaxNorm", axis);
  }

  /** Keras's defaults. */
  public static MaxNorm defaults() {
    return of(2);
  }

  public static MaxNorm of(double maxValue) {
    return new MaxNorm((float) maxValue, List.of(0));
  }

  public MaxNorm axis(int... axes) {
    return new MaxNorm(maxValue, Arrays.stream(axes).boxed().toList());
  }

  @Override
  public Operand<TFloat32> project(Ops tf, Operand<TFloat32> weight) {
    Operand<TFloat32> norms = Norms.of(tf, weight, axis);
    return Norms.rescale(tf, weight, norms, Norms.clip(tf, norms, 0, maxValue));
  }

  @Override
  public void check(String weight, int rank) {
    Norms.check("MaxNorm", axis, weight, rank);
  }
}
