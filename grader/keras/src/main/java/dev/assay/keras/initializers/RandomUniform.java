package dev.assay.keras.initializers;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Values spread evenly over {@code [minval, maxval)}, as Keras's {@code RandomUniform}.
 *
 * <p>Example:
 *
 * <pre>{@code
 * draw(RandomUniform.of(-1, 1), 3); // -> [0.13312, 0.49156, 0.94201]
 * error(() -> RandomUniform.of(1, 0));
 * // -> RandomUniform: minval must not be above maxval. Received: minval=1.0, maxval=0.0
 * }</pre>
 *
 * @param minval finite; default -0.05
 * @param maxval finite, at least minval; default 0.05
 */
public record RandomUniform(float minval, float maxval) implements Initializer {
  public RandomUniform {
    InitializerArguments.finite("RandomUniform", "minval", minval);
    InitializerArguments.finite("RandomUniform", "maxval", maxval);
    if (minval > maxval) {
      throw new IllegalArgumentException(
          "RandomUniform: minval must not be above maxval. Received: minval=%s, maxval=%s"
              .formatted(minval, maxval));
    }
  }

  /** Creates the initializer with Keras's defaults. */
  public static RandomUniform defaults() {
    return new RandomUniform(-0.05f, 0.05f);
  }

  public static RandomUniform of(double minval, double maxval) {
    return new RandomUniform((float) minval, (float) maxval);
  }

  @Override
  public float[] values(List<Integer> shape, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[Initializer.size(shape)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (minval + ((double) maxval - minval) * random.nextDouble());
    }
    return values;
  }
}
