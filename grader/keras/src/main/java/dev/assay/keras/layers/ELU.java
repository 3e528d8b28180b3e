package dev.assay.keras.layers;

import dev.assay.keras.activations.Activations;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * {@code x} above 0, {@code alpha (exp(x) - 1)} below, as Keras's layer {@code ELU}; no weights,
 * the shape stays.
 *
 * <p>Example:
 *
 * <pre>{@code
 * call(ELU.layer(), "[[-1, 2]]"); // -> [[-0.63212, 2]]
 * }</pre>
 *
 * @param alpha at least 0; default 1
 */
public record ELU(float alpha) implements Layer {
  public ELU {
    LayerArguments.notNegative("ELU", "alpha", alpha);
  }

  /** Creates the layer with Keras's default. */
  public static ELU layer() {
    return new ELU(1);
  }

  public static ELU of(double alpha) {
    return new ELU((float) alpha);
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
    return Activations.elu(alpha).apply(context.tf(), input);
  }
}
