package dev.assay.keras.layers;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The smallest of its inputs, value by value, as Keras's {@code Minimum}; their shapes are as for
 * {@link Add}.
 *
 * <p>Example:
 *
 * <pre>{@code
 * merge(Minimum.layer(), "[[1, 20]]", "[[10, 2]]"); // -> [[1, 2]]
 * }</pre>
 */
public record Minimum() implements MergeLayer {
  public static Minimum layer() {
    return new Minimum();
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, List<Operand<TFloat32>> inputs) {
    Ops tf = context.tf();
    return Merging.fold(tf, "Minimum", inputs, (a, b) -> tf.math.minimum(a, b));
  }
}
