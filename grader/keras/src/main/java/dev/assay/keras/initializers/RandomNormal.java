package dev.assay.keras.initializers;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Values of a normal distribution, as Keras's {@code RandomNormal}.
 *
 * <p>Example:
 *
 * <pre>{@code
 * draw(RandomNormal.of(0, 0.05), 3); // -> [-0.0017134, -0.125, 0.0043861]
 * error(() -> RandomNormal.of(0, -1));
 * // -> RandomNormal: stddev must be at least 0. Received: stddev=-1.0
 * }</pre>
 *
 * @param mean of the distribution, finite; default 0
 * @param stddev its standard deviation, at least 0; default 0.05
 */
public record RandomNormal(float mean, float stddev) implements Initializer {
  public RandomNormal {
    InitializerArguments.finite("RandomNormal", "mean", mean);
    InitializerArguments.deviation("RandomNormal", stddev);
  }

  /** Creates the initializer with Keras's defaults. */
  public static RandomNormal defaults() {
    return new RandomNormal(0, 0.05f);
  }

  public static RandomNormal of(double mean, double stddev) {
    return new RandomNormal((float) mean, (float) stddev);
  }

  @Override
  public float[] values(List<Integer> shape, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[Initializer.size(shape)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (mean + stddev * Normals.standard(random));
    }
    return values;
  }
}
