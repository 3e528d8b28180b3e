package dev.assay.keras.layers;

import dev.assay.keras.activations.Activation;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * An activation function as a layer of its own, as Keras's layer {@code Activation}; no weights,
 * the shape stays.
 *
 * <p>Example:
 *
 * <pre>{@code
 * call(ActivationLayer.of(RELU), "[[-1, 0, 2]]"); // -> [[0, 0, 2]]
 * call(ActivationLayer.of(SOFTMAX), "[[1, 1, 1, 1]]"); // -> [[0.25, 0.25, 0.25, 0.25]]
 * }</pre>
 *
 * @param activation which function
 */
public record ActivationLayer(Activation activation) implements Layer {
  public static ActivationLayer of(Activation activation) {
    return new ActivationLayer(activation);
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
    return activation.apply(context.tf(), input);
  }

  @Override
  public String type() {
    return "Activation";
  }
}
