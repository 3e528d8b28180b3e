package dev.assay.keras.initializers;

import java.util.Arrays;
import java.util.List;

/**
 * An initializer that sets all values to a constant, as Keras's {@code Constant}.
 *
 * <p>Example:
 *
 * <pre>{@code
 * draw(new Constant(0.5f), 3); // -> [0.5, 0.5, 0.5]
 * Dense layer = Dense.of(10).biasInitializer(new Constant(0.1f));
 * }</pre>
 *
 * @param value finite; Keras's default is 0
 */
public record Constant(float value) implements Initializer {
  public Constant {
    if (!Float.isFinite(value)) {
      throw new IllegalArgumentException("Constant: value must be finite. Received: " + value);
    }
  }

  /** Creates the initializer with a value. */
  public static Constant of(double value) {
    return new Constant((float) value);
  }

  @Override
  public float[] values(List<Integer> shape, long seed) {
    float[] values = new float[Initializer.size(shape)];
    Arrays.fill(values, value);
    return values;
  }
}
