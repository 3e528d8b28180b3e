package dev.assay.keras.constraints;

import java.util.Arrays;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Gives the weights into each unit the Euclidean norm 1, as Keras's {@code UnitNorm}.
 *
 * <p>Example:
 *
 * <pre>{@code
 * constrained(UnitNorm.defaults(), "[[3, 0.3], [4, 0.4]]"); // -> [[0.6, 0.6], [0.8, 0.8]]
 * }</pre>
 *
 * @param axis along which norms are taken; default 0, which is right for the kernel of Dense; for
 *     that of Conv2D take 0, 1 and 2; negative axes count from the last
 */
public record UnitNorm(List<Integer> axis) implements Constraint {
  public UnitNorm {
    axis = Norms.axes("UnitNorm", axis);
  }

  /** Keras's defaults. */
  public static UnitNorm defaults() {
    return new UnitNorm(List.of(0));
  }

  public UnitNorm axis(int... axes) {
    return new UnitNorm(Arrays.stream(axes).boxed().toList());
  }

  @Override
  public Operand<TFloat32> project(Ops tf, Operand<TFloat32> weight) {
    return Norms.rescale(tf, weight, Norms.of(tf, weight, axis), tf.constant(1f));
  }

  @Override
  public void check(String weight, int rank) {
    Norms.check("UnitNorm", axis, weight, rank);
  }
}
