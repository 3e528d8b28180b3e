package dev.assay.keras.regularizers;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * {@code l1 * sum(|weight|) + l2 * sum(weight²)}, as Keras's {@code L1L2}.
 *
 * <p>Example:
 *
 * <pre>{@code
 * penalty(L1L2.of(0.1, 0.01), "[1, -2, 3]"); // -> 0.74
 * Dense layer = Dense.of(10).kernelRegularizer(L1L2.of(1e-5, 1e-4));
 * }</pre>
 *
 * @param l1 at least 0; Keras's default 0
 * @param l2 at least 0; Keras's default 0
 */
public record L1L2(float l1, float l2) implements Regularizer {
  public L1L2 {
    RegularizerArguments.factor("L1L2", "l1", l1);
    RegularizerArguments.factor("L1L2", "l2", l2);
  }

  /** Creates the regularizer with Keras's defaults, which penalise nothing. */
  public static L1L2 defaults() {
    return new L1L2(0, 0);
  }

  public static L1L2 of(double l1, double l2) {
    return new L1L2((float) l1, (float) l2);
  }

  @Override
  public Operand<TFloat32> penalty(Ops tf, Operand<TFloat32> weight) {
    return tf.math.add(new L1(l1).penalty(tf, weight), new L2(l2).penalty(tf, weight));
  }
}
