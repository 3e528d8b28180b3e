package dev.assay.keras.layers;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * Sets each value to 0 with probability {@code rate} and multiplies the others by {@code 1 / (1 -
 * rate)}, in training only, as Keras's {@code Dropout}; no weights, the shape stays; Srivastava et
 * al., 2014.
 *
 * <p>Example:
 *
 * <pre>{@code
 * callInTraining(Dropout.of(0.5), "[[1, 1, 1, 1, 1, 1]]"); // -> [[2, 0, 0, 0, 0, 0]]
 * call(Dropout.of(0.5), "[[1, 1, 1, 1, 1, 1]]"); // -> [[1, 1, 1, 1, 1, 1]]
 * error(() -> Dropout.of(1.5)); // -> Dropout: rate must be in [0, 1). Received: 1.5
 * }</pre>
 *
 * @param rate the share that is dropped, in [0, 1)
 */
public record Dropout(float rate) implements Layer {
  public Dropout {
    LayerArguments.rate("Dropout", "rate", rate);
  }

  public static Dropout of(double rate) {
    return new Dropout((float) rate);
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
    return context.training() && rate > 0
        ? Draws.drop(context, input, context.tf().shape(input), rate)
        : input;
  }
}
