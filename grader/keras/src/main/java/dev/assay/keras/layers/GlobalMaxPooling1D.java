package dev.assay.keras.layers;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceMax;
import org.tensorflow.types.TFloat32;

/**
 * The largest value of each channel over a whole sequence, as Keras's {@code GlobalMaxPooling1D},
 * channels last.
 *
 * <p>Input {@code (batch, steps, channels)}, output {@code (batch, channels)}; no weights.
 *
 * @param keepDims whether the output stays {@code (batch, 1, channels)}; default false
 */
public record GlobalMaxPooling1D(boolean keepDims) implements Layer {
  public static GlobalMaxPooling1D layer() {
    return new GlobalMaxPooling1D(false);
  }

  public GlobalMaxPooling1D keepDims(boolean keep) {
    return new GlobalMaxPooling1D(keep);
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
    Ops tf = context.tf();
    Check.rank("GlobalMaxPooling1D", input.shape(), 3, "(batch, steps, channels)");
    return tf.reduceMax(input, tf.constant(1), ReduceMax.keepDims(keepDims));
  }
}
