package dev.assay.keras.initializers;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Values of a normal distribution that is cut at two standard deviations from the mean, as Keras's
 * {@code TruncatedNormal}.
 *
 * <p>Example:
 *
 * <pre>{@code
 * draw(TruncatedNormal.of(0, 1), 4); // -> [-0.034267, 0.087722, 0.2238, -0.80241]
 * error(() -> TruncatedNormal.of(0, -1));
 * // -> TruncatedNormal: stddev must be at least 0. Received: stddev=-1.0
 * }</pre>
 *
 * @param mean of the distribution, finite; default 0
 * @param stddev its standard deviation, before it is cut, at least 0; default 0.05
 */
public record TruncatedNormal(float mean, float stddev) implements Initializer {
  public TruncatedNormal {
    InitializerArguments.finite("TruncatedNormal", "mean", mean);
    InitializerArguments.deviation("TruncatedNormal", stddev);
  }

  /** Creates the initializer with Keras's defaults. */
  public static TruncatedNormal defaults() {
    return new TruncatedNormal(0, 0.05f);
  }

  public static TruncatedNormal of(double mean, double stddev) {
    return new TruncatedNormal((float) mean, (float) stddev);
  }

  @Override
  public float[] values(List<Integer> shape, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[Initializer.size(shape)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (mean + stddev * Normals.truncated(random));
    }
    return values;
  }
}
