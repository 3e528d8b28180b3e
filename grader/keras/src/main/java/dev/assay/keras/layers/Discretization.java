package dev.assay.keras.layers;

import java.util.Arrays;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The number of the bin that a value falls into, as Keras's {@code Discretization} with given
 * boundaries and its default, integer output; no weights, the shape stays, no gradient passes;
 * values stay float32.
 *
 * <p>Example:
 *
 * <pre>{@code
 * call(Discretization.at(0, 18, 65), "[[-1, 0, 17, 40, 65]]"); // -> [[0, 1, 1, 2, 3]]
 * error(() -> Discretization.at(18, 0));
 * // -> Discretization: boundaries must increase. Received: [18.0, 0.0]
 * }</pre>
 *
 * @param boundaries in increasing order, finite: a value below the first is in bin 0, one equal to
 *     a boundary in the bin above it
 */
public record Discretization(List<Float> boundaries) implements Layer {
  public Discretization {
    boundaries = List.copyOf(boundaries);
    if (boundaries.isEmpty()) {
      throw new IllegalArgumentException("Discretization needs boundaries. Received: none");
    }
    for (int i = 0; i < boundaries.size(); i++) {
      Check.finite("Discretization", "boundary", boundaries.get(i));
      if (i > 0 && boundaries.get(i - 1) >= boundaries.get(i)) {
        throw new IllegalArgumentException(
            "Discretization: boundaries must increase. Received: " + boundaries);
      }
    }
  }

  public static Discretization at(double... boundaries) {
    return new Discretization(
        Arrays.stream(boundaries).mapToObj(boundary -> (float) boundary).toList());
  }

  @Override
  public Operand<TFloat32> call(LayerContext context, Operand<TFloat32> input) {
    Ops tf = context.tf();
    float[] limits = new float[boundaries.size()];
    for (int i = 0; i < limits.length; i++) {
      limits[i] = boundaries.get(i);
    }
    Operand<TFloat32> values = tf.expandDims(tf.stopGradient(input), tf.constant(-1));
    var reached = tf.math.greaterEqual(values, tf.constant(limits));
    return tf.sum(tf.dtypes.cast(reached, TFloat32.class), tf.constant(-1));
  }
}
