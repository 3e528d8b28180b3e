package dev.assay.keras.layers;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.random.RandomUniform;
import org.tensorflow.types.TFloat32;

/**
 * Sets each value to 0 with probability {@code rate} and multiplies the others by {@code 1 / (1 -
 * rate)}, in training only, as Keras's {@code Dropout}; no weights, the shape stays.
 *
 * @param rate the share that is dropped, in [0, 1)
 */
public record Dropout(float rate) implements Layer {
  public Dropout {
    if (!(rate >= 0 && rate < 1)) {
      throw new IllegalArgumentException("Dropout: rate must be in [0, 1). Received: " + rate);
    }
  }

  public static Dropout of(double rate) {
    return new Dropout((float) rate);
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
    if (!context.training() || rate == 0) {
      return input;
    }
    Ops tf = context.tf();
    Operand<TFloat32> uniform =
        tf.random.randomUniform(
            tf.shape(input),
            TFloat32.class,
            RandomUniform.seed(context.nextSeed()),
            RandomUniform.seed2(context.nextSeed()));
    Operand<TFloat32> kept =
        tf.dtypes.cast(tf.math.greaterEqual(uniform, tf.constant(rate)), TFloat32.class);
    return tf.math.mul(input, tf.math.mul(kept, tf.constant(1 / (1 - rate))));
  }
}
