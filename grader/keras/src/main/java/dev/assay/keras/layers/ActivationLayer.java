package dev.assay.keras.layers;

import dev.assay.keras.activations.ActivationFunction;
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
 * @param activity the function, and a penalty on what comes out
 */
public record ActivationLayer(Activity activity) implements Layer, WithActivation<ActivationLayer> {
  /** Returns a layer that applies this function. */
  public static ActivationLayer of(ActivationFunction activation) {
    return new ActivationLayer(Activity.NONE).activation(activation);
  }

  @Override
  public ActivationLayer activity(Activity newActivity) {
    return new ActivationLayer(newActivity);
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
    return activity.apply(context, input);
  }

  @Override
  public String type() {
    return "Activation";
  }
}
