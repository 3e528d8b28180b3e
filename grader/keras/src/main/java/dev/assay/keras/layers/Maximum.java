package dev.assay.keras.layers;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The largest of its inputs, value by value, as Keras's {@code Maximum}; their shapes are as for
 * {@link Add}.
 *
 * <p>Example:
 *
 * <pre>{@code
 * merge(Maximum.layer(), "[[1, 20]]", "[[10, 2]]"); // -> [[10, 20]]
 * }</pre>
 */
public record Maximum() implements MergeLayer {
  public static Maximum layer() {
    return new Maximum();
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, List<Operand<TFloat32>> inputs) {
    Ops tf = context.tf();
    return Merging.fold(tf, "Maximum", inputs, (a, b) -> tf.math.maximum(a, b));
  }
}
