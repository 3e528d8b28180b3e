package dev.assay.keras.regularizers;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * {@code factor * sum(weight²)}, as Keras's {@code L2}.
 *
 * <p>Example:
 *
 * <pre>{@code
 * penalty(L2.of(0.01), "[1, -2, 3]"); // -> 0.14
 * Dense layer = Dense.of(10).kernelRegularizer(L2.of(1e-4));
 * error(() -> L2.of(-1)); // -> L2: factor must be at least 0. Received: -1.0
 * }</pre>
 *
 * @param factor at least 0; Keras's default 0.01
 */
public record L2(float factor) implements Regularizer {
  public L2 {
    RegularizerArguments.factor("L2", "factor", factor);
  }

  /** Creates the regularizer with Keras's default. */
  public static L2 defaults() {
    return new L2(0.01f);
  }

  public static L2 of(double factor) {
    return new L2((float) factor);
  }

  /** {@code L2Loss} is half the sum of squares. */
  @Override
  public Operand<TFloat32> penalty(Ops tf, Operand<TFloat32> weight) {
    return tf.math.mul(tf.constant(2 * factor), tf.nn.l2Loss(weight));
  }
}
