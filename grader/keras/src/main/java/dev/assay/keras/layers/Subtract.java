package dev.assay.keras.layers;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The first input less the second, as Keras's {@code Subtract}; their shapes are as for {@link
 * Add}.
 *
 * <p>Example:
 *
 * <pre>{@code
 * merge(Subtract.layer(), "[[10, 20]]", "[[1, 2]]"); // -> [[9, 18]]
 * }</pre>
 */
public record Subtract() implements MergeLayer {
  public static Subtract layer() {
    return new Subtract();
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, List<Operand<TFloat32>> inputs) {
    LayerArguments.two("Subtract", inputs);
    Ops tf = context.tf();
    return Merging.fold(tf, "Subtract", inputs, (a, b) -> tf.math.sub(a, b));
  }
}
