package dev.assay.keras.initializers;

import java.util.Arrays;
import java.util.List;

/**
 * The same value everywhere.
 *
 * @param value finite
 */
public record Constant(float value) implements Initializer {
  public Constant {
    if (!Float.isFinite(value)) {
      throw new IllegalArgumentException("Constant: value must be finite. Received: " + value);
    }
  }

  @Override
  public float[] values(List<Integer> shape, long seed) {
    float[] values = new float[Initializer.size(shape)];
    Arrays.fill(values, value);
    return values;
  }
}
