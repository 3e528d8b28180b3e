package dev.assay.keras.initializers;

import java.util.List;

/**
 * The value of a weight before training: data, drawn by the trainer from the run's seed.
 *
 * <p>The constants are those of the same name in {@code keras.initializers}.
 *
 * <p>Example:
 *
 * <pre>{@code
 * draw(Initializer.ZEROS, 2); // -> [0, 0]
 * draw(Initializer.GLOROT_UNIFORM, 2, 2); // -> [[0.16304, 0.60204], [1.1537, -0.13629]]
 * Dense layer = Dense.of(64).kernelInitializer(Initializer.HE_NORMAL);
 * }</pre>
 */
public sealed interface Initializer
    permits Constant,
        Identity,
        Orthogonal,
        RandomNormal,
        RandomUniform,
        TruncatedNormal,
        VarianceScaling {
  /** 0 everywhere. */
  Initializer ZEROS = new Constant(0);

  /** 1 everywhere. */
  Initializer ONES = new Constant(1);

  /** Uniform in ±sqrt(6 / (fanIn + fanOut)); Glorot and Bengio, 2010. */
  Initializer GLOROT_UNIFORM =
      new VarianceScaling(1, VarianceScaling.Mode.FAN_AVG, VarianceScaling.Distribution.UNIFORM);

  /**
   * Normal, truncated at two standard deviations, of variance 2 / (fanIn + fanOut); Glorot and
   * Bengio, 2010.
   */
  Initializer GLOROT_NORMAL =
      new VarianceScaling(
          1, VarianceScaling.Mode.FAN_AVG, VarianceScaling.Distribution.TRUNCATED_NORMAL);

  /** Uniform in ±sqrt(6 / fanIn); He et al., 2015. */
  Initializer HE_UNIFORM =
      new VarianceScaling(2, VarianceScaling.Mode.FAN_IN, VarianceScaling.Distribution.UNIFORM);

  /** Normal, truncated at two standard deviations, of variance 2 / fanIn; He et al., 2015. */
  Initializer HE_NORMAL =
      new VarianceScaling(
          2, VarianceScaling.Mode.FAN_IN, VarianceScaling.Distribution.TRUNCATED_NORMAL);

  /** Uniform in ±sqrt(3 / fanIn); LeCun et al., 1998. */
  Initializer LECUN_UNIFORM =
      new VarianceScaling(1, VarianceScaling.Mode.FAN_IN, VarianceScaling.Distribution.UNIFORM);

  /** Normal, truncated at two standard deviations, of variance 1 / fanIn; LeCun et al., 1998. */
  Initializer LECUN_NORMAL =
      new VarianceScaling(
          1, VarianceScaling.Mode.FAN_IN, VarianceScaling.Distribution.TRUNCATED_NORMAL);

  /**
   * Draws the values.
   *
   * @param shape every dimension positive
   * @param seed the same seed gives the same values on every platform
   * @return row-major values, as many as the shape has
   */
  float[] values(List<Integer> shape, long seed);

  /** Returns the number of values of a shape. */
  static int size(List<Integer> shape) {
    return shape.stream().reduce(1, Math::multiplyExact);
  }
}
