package dev.assay.keras.layers;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The mean of its inputs, as Keras's {@code Average}; their shapes are as for {@link Add}.
 *
 * <p>Example:
 *
 * <pre>{@code
 * merge(Average.layer(), "[[1, 2]]", "[[3, 4]]"); // -> [[2, 3]]
 * error(() -> Average.layer().apply(Input.layer()));
 * // -> Average needs at least two inputs. Received: 1
 * }</pre>
 */
public record Average() implements MergeLayer {
  public static Average layer() {
    return new Average();
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, List<Operand<TFloat32>> inputs) {
    Ops tf = context.tf();
    return tf.math.mul(Merging.sum(tf, "Average", inputs), tf.constant(1f / inputs.size()));
  }
}
