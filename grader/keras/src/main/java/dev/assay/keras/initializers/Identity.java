package dev.assay.keras.initializers;

import java.util.List;

/**
 * A matrix with {@code gain} on its diagonal and 0 elsewhere, as Keras's {@code Identity}.
 *
 * <p>Example:
 *
 * <pre>{@code
 * draw(Identity.defaults(), 2, 3); // -> [[1, 0, 0], [0, 1, 0]]
 * draw(new Identity(2), 2, 2); // -> [[2, 0], [0, 2]]
 * }</pre>
 *
 * @param gain finite; default 1
 */
public record Identity(float gain) implements Initializer {
  public Identity {
    InitializerArguments.finite("Identity", "gain", gain);
  }

  /** Creates the initializer with a gain. */
  public static Identity of(double gain) {
    return new Identity((float) gain);
  }

  /** Creates the initializer with Keras's default. */
  public static Identity defaults() {
    return new Identity(1);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException for a shape that is not a matrix
   */
  @Override
  public float[] values(List<Integer> shape, long seed) {
    if (shape.size() != 2) {
      throw new IllegalArgumentException(
          "Identity: only a matrix can be an identity. Received: shape " + shape);
    }
    float[] values = new float[Initializer.size(shape)];
    int columns = shape.get(1);
    for (int i = 0; i < Math.min(shape.get(0), columns); i++) {
      values[i * columns + i] = gain;
    }
    return values;
  }
}
