package dev.assay.keras.layers;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Adds normal noise of mean 0, in training only, as Keras's {@code GaussianNoise}; no weights, the
 * shape stays.
 *
 * @param stddev the noise's standard deviation, in [0, 1] as Keras has it
 */
public record GaussianNoise(float stddev) implements Layer {
  public GaussianNoise {
    Check.between("GaussianNoise", "stddev", stddev, 0, 1);
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
