package dev.assay.keras.regularizers;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * {@code factor * sum(|weight|)}, as Keras's {@code L1}.
 *
 * <p>Example:
 *
 * <pre>{@code
 * penalty(L1.of(0.1), "[1, -2, 3]"); // -> 0.6
 * Dense layer = Dense.of(10).kernelRegularizer(L1.of(1e-4));
 * }</pre>
 *
 * @param factor at least 0; Keras's default 0.01
 */
public record L1(float factor) implements Regularizer {
  public L1 {
    RegularizerArguments.factor("L1", "factor", factor);
  }

  /** Creates the regularizer with Keras's default. */
  public static L1 defaults() {
    return new L1(0.01f);
  }

  public static L1 of(double factor) {
    return new L1((float) factor);
  }

  @Override
  public Operand<TFloat32> penalty(Ops tf, Operand<TFloat32> weight) {
    Operand<TFloat32> values = tf.reshape(weight, tf.constant(new int[] {-1}));
    return tf.math.mul(tf.constant(factor), tf.sum(tf.math.abs(values), tf.constant(0)));
  }
}
