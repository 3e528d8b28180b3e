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
 * <p>Example:
 *
 * <pre>{@code
 * call(GlobalMaxPooling1D.layer(), "[[[1, 30], [3, 10]]]"); // -> [[3, 30]]
 * shape(GlobalMaxPooling1D.layer().keepDims(true), 20, 4); // -> (None, 1, 4)
 * }</pre>
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
    LayerArguments.rank("GlobalMaxPooling1D", input.shape(), 3, "(batch, steps, channels)");
    return tf.reduceMax(input, tf.constant(1), ReduceMax.keepDims(keepDims));
  }
}
