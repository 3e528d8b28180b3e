package dev.assay.keras.layers;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The first input less the second, which has the same shape, as Keras's {@code Subtract}.
 *
 * <p>Inputs {@code (batch, ...)} of one shape, which is the output's too; no weights. Other shapes
 * are an error: there is no broadcasting.
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
    if (inputs.size() != 2) {
      throw new IllegalArgumentException("Subtract needs two inputs. Received: " + inputs.size());
    }
    Check.sameShapes("Subtract", inputs);
    Ops tf = context.tf();
    return tf.math.sub(inputs.get(0), inputs.get(1));
  }
}
