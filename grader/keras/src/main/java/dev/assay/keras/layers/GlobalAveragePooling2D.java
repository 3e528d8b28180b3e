package dev.assay.keras.layers;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.math.Mean;
import org.tensorflow.types.TFloat32;

/**
 * The mean of each channel over a whole image, as Keras's {@code GlobalAveragePooling2D}, channels
 * last.
 *
 * <p>Input {@code (batch, height, width, channels)}, output {@code (batch, channels)}; no weights.
 *
 * <p>Example:
 *
 * <pre>{@code
 * call(GlobalAveragePooling2D.layer(), "[[[[1], [2]], [[3], [6]]]]"); // -> [[3]]
 * shape(GlobalAveragePooling2D.layer(), 7, 7, 64); // -> (None, 64)
 * }</pre>
 *
 * @param keepDims whether the output stays {@code (batch, 1, 1, channels)}; default false
 */
public record GlobalAveragePooling2D(boolean keepDims) implements Layer {
  public static GlobalAveragePooling2D layer() {
    return new GlobalAveragePooling2D(false);
  }

  public GlobalAveragePooling2D keepDims(boolean keep) {
    return new GlobalAveragePooling2D(keep);
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
    Ops tf = context.tf();
    LayerArguments.rank(
        "GlobalAveragePooling2D", input.shape(), 4, "(batch, height, width, channels)");
    return tf.math.mean(input, tf.constant(new int[] {1, 2}), Mean.keepDims(keepDims));
  }
}
