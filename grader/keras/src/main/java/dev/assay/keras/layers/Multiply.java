package dev.assay.keras.layers;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The product of its inputs, as Keras's {@code Multiply}; their shapes are as for {@link Add}.
 *
 * <p>Example:
 *
 * <pre>{@code
 * merge(Multiply.layer(), "[[1, 2]]", "[[10, 20]]"); // -> [[10, 40]]
 * Input x = Input.layer();
 * Node gated = Multiply.layer().apply(x, Dense.of(8).activation(SIGMOID).apply(x));
 * }</pre>
 */
public record Multiply() implements MergeLayer {
  public static Multiply layer() {
    return new Multiply();
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, List<Operand<TFloat32>> inputs) {
    Ops tf = context.tf();
    return Merging.fold(tf, "Multiply", inputs, (a, b) -> tf.math.mul(a, b));
  }
}
