package dev.assay.keras.constraints;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Sets negative numbers to 0, as Keras's {@code NonNeg}.
 *
 * <p>Example:
 *
 * <pre>{@code
 * constrained(NonNeg.always(), "[[1, -2], [-3, 4]]"); // -> [[1, 0], [0, 4]]
 * }</pre>
 */
public record NonNeg() implements Constraint {
  /** The same as {@code always}. */
  public static NonNeg defaults() {
    return always();
  }

  public static NonNeg always() {
    return new NonNeg();
  }

  @Override
  public Operand<TFloat32> project(Ops tf, Operand<TFloat32> weight) {
    return tf.nn.relu(weight);
  }
}
