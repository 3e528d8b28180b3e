package dev.assay.keras.layers;

import org.tensorflow.Operand;
import org.tensorflow.op.nn.LeakyRelu;
import org.tensorflow.types.TFloat32;

/**
 * {@code x} above 0, {@code negativeSlope · x} below, as Keras's layer {@code LeakyReLU}; no
 * weights, the shape stays; Maas et al., 2013.
 *
 * <p>Example:
 *
 * <pre>{@code
 * call(LeakyReLU.layer(), "[[-10, 10]]"); // -> [[-3, 10]]
 * call(LeakyReLU.of(0.01), "[[-10, 10]]"); // -> [[-0.1, 10]]
 * }</pre>
 *
 * @param negativeSlope at least 0; default 0.3
 */
public record LeakyReLU(float negativeSlope) implements Layer {
  public LeakyReLU {
    LayerArguments.notNegative("LeakyReLU", "negativeSlope", negativeSlope);
  }

  /** Creates the layer with Keras's default. */
  public static LeakyReLU layer() {
    return new LeakyReLU(0.3f);
  }

  public static LeakyReLU of(double negativeSlope) {
    return new LeakyReLU((float) negativeSlope);
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
    return context.tf().nn.leakyRelu(input, LeakyRelu.alpha(negativeSlope));
  }
}
