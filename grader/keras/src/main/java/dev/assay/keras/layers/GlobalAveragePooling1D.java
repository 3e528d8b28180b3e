package dev.assay.keras.layers;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.math.Mean;
import org.tensorflow.types.TFloat32;

/**
 * The mean of each channel over a whole sequence, as Keras's {@code GlobalAveragePooling1D},
 * channels last.
 *
 * <p>Input {@code (batch, steps, channels)}, output {@code (batch, channels)}; no weights.
 *
 * <p>Example:
 *
 * <pre>{@code
 * call(GlobalAveragePooling1D.layer(), "[[[1, 10], [3, 30]]]"); // -> [[2, 20]]
 * shape(GlobalAveragePooling1D.layer().keepDims(true), 20, 4); // -> (None, 1, 4)
 * }</pre>
 *
 * @param keepDims whether the output stays {@code (batch, 1, channels)}; default false
 */
public record GlobalAveragePooling1D(boolean keepDims) implements Layer {
  public static GlobalAveragePooling1D layer() {
    return new GlobalAveragePooling1D(false);
  }

  public GlobalAveragePooling1D keepDims(boolean keep) {
    return new GlobalAveragePooling1D(keep);
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
    Ops tf = context.tf();
    LayerArguments.rank("GlobalAveragePooling1D", input.shape(), 3, "(batch, steps, channels)");
    return tf.math.mean(input, tf.constant(1), Mean.keepDims(keepDims));
  }
}
