package dev.assay.keras.layers;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceMax;
import org.tensorflow.types.TFloat32;

/**
 * The largest value of each channel over a whole image, as Keras's {@code GlobalMaxPooling2D},
 * channels last.
 *
 * <p>Input {@code (batch, height, width, channels)}, output {@code (batch, channels)}; no weights.
 *
 * <p>Example:
 *
 * <pre>{@code
 * call(GlobalMaxPooling2D.layer(), "[[[[1], [2]], [[3], [6]]]]"); // -> [[6]]
 * shape(GlobalMaxPooling2D.layer(), 7, 7, 64); // -> (None, 64)
 * }</pre>
 *
 * @param keepDims whether the output stays {@code (batch, 1, 1, channels)}; default false
 */
public record GlobalMaxPooling2D(boolean keepDims) implements Layer {
  public static GlobalMaxPooling2D layer() {
    return new GlobalMaxPooling2D(false);
  }

  public GlobalMaxPooling2D keepDims(boolean keep) {
    return new GlobalMaxPooling2D(keep);
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
    Ops tf = context.tf();
    LayerArguments.rank("GlobalMaxPooling2D", input.shape(), 4, "(batch, height, width, channels)");
    return tf.reduceMax(input, tf.constant(new int[] {1, 2}), ReduceMax.keepDims(keepDims));
  }
}
