package dev.assay.keras.layers;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Adds normal noise of mean 0, in training only, as Keras's {@code GaussianNoise}; no weights, the
 * shape stays.
 *
 * <p>Example:
 *
 * <pre>{@code
 * call(GaussianNoise.of(0.1), "[[1, 2]]"); // -> [[1, 2]]
 * shape(GaussianNoise.of(0.1), 28, 28, 1); // -> (None, 28, 28, 1)
 * error(() -> GaussianNoise.of(2));
 * // -> GaussianNoise: stddev must be in [0.0, 1.0]. Received: 2.0
 * }</pre>
 *
 * @param stddev the noise's standard deviation, in [0, 1] as Keras has it
 */
public record GaussianNoise(float stddev) implements Layer {
  public GaussianNoise {
    LayerArguments.between("GaussianNoise", "stddev", stddev, 0, 1);
  }

  public static GaussianNoise of(double stddev) {
    return new GaussianNoise((float) stddev);
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
    Ops tf = context.tf();
    return context.training() && stddev > 0
        ? tf.math.add(input, Draws.normal(context, tf.shape(input), stddev))
        : input;
  }
}
