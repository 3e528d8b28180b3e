package dev.assay.keras.layers;

import dev.assay.keras.activations.Activations;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * {@code x} above the threshold, but at most {@code maxValue}; {@code negativeSlope (x -
 * threshold)} below, as Keras's layer {@code ReLU}; no weights, the shape stays.
 *
 * <p>Example:
 *
 * <pre>{@code
 * call(ReLU.layer().maxValue(6), "[[-1, 3, 9]]"); // -> [[0, 3, 6]]
 * }</pre>
 *
 * @param maxValue positive; default infinite: no limit
 * @param negativeSlope at least 0; default 0
 * @param threshold at least 0; default 0
 */
public record ReLU(float maxValue, float negativeSlope, float threshold) implements Layer {
  public ReLU {
    if (!(maxValue > 0)) {
      throw new IllegalArgumentException(
          "ReLU: maxValue must be positive. Received: maxValue=" + maxValue);
    }
    LayerArguments.notNegative("ReLU", "negativeSlope", negativeSlope);
    LayerArguments.notNegative("ReLU", "threshold", threshold);
  }

  /** Creates the layer with Keras's defaults: {@code max(x, 0)}. */
  public static ReLU layer() {
    return new ReLU(Float.POSITIVE_INFINITY, 0, 0);
  }

  public ReLU maxValue(double newMaxValue) {
    return new ReLU((float) newMaxValue, negativeSlope, threshold);
  }

  public ReLU negativeSlope(double newNegativeSlope) {
    return new ReLU(maxValue, (float) newNegativeSlope, threshold);
  }

  public ReLU threshold(double newThreshold) {
    return new ReLU(maxValue, negativeSlope, (float) newThreshold);
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
    return Activations.relu(negativeSlope, maxValue, threshold).apply(context.tf(), input);
  }
}
