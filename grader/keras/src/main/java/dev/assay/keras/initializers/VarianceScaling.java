package dev.assay.keras.initializers;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Random values whose variance is {@code scale / fan}, as Keras's {@code VarianceScaling}: uniform
 * in {@code ±sqrt(3 scale / fan)}, or normal with mean 0.
 *
 * <p>Example:
 *
 * <pre>{@code
 * draw(VarianceScaling.defaults(), 4, 2);
 * // -> [[-0.019478, 0.049864], [0.12721, -0.45611], [-0.61507, 0.30294], [0.3267, 0.64275]]
 * new VarianceScaling(2, VarianceScaling.Mode.FAN_IN, VarianceScaling.Distribution.UNIFORM)
 *     .equals(Initializer.HE_UNIFORM); // -> true
 * }</pre>
 *
 * @param scale positive; default 1
 * @param mode which fan; default FAN_IN
 * @param distribution which shape the values have; default TRUNCATED_NORMAL
 */
public record VarianceScaling(float scale, Mode mode, Distribution distribution)
    implements Initializer {
  /** The connections of a unit that are counted. */
  public enum Mode {
    /** The connections into the unit. */
    FAN_IN,
    /** The connections out of the unit. */
    FAN_OUT,
    /** The mean of both. */
    FAN_AVG
  }

  /** The shape of the distribution. */
  public enum Distribution {
    /** The uniform distribution. */
    UNIFORM,
    /** Cut at two standard deviations; Keras's {@code truncated_normal}. */
    TRUNCATED_NORMAL,
    /** Keras's {@code untruncated_normal}. */
    NORMAL
  }

  public VarianceScaling {
    if (!(scale > 0 && scale < Float.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "VarianceScaling: scale must be positive. Received: " + scale);
    }
  }

  /** Creates the initializer with all of Keras's parameters. */
  public static VarianceScaling of(double scale, Mode mode, Distribution distribution) {
    return new VarianceScaling((float) scale, mode, distribution);
  }

  /** Creates the initializer with Keras's defaults: scale 1, fan in, truncated normal. */
  public static VarianceScaling defaults() {
    return new VarianceScaling(1, Mode.FAN_IN, Distribution.TRUNCATED_NORMAL);
  }

  @Override
  public float[] values(List<Integer> shape, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double variance = scale / Math.max(1, fan(shape));
    float[] values = new float[Initializer.size(shape)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) draw(random, variance);
    }
    return values;
  }

  private double draw(SplittableRandom random, double variance) {
    return switch (distribution) {
      case UNIFORM -> Math.sqrt(3 * variance) * (2 * random.nextDouble() - 1);
      case TRUNCATED_NORMAL ->
          Normals.truncated(random) * Math.sqrt(variance) / Normals.TRUNCATED_DEVIATION;
      case NORMAL -> Normals.standard(random) * Math.sqrt(variance);
    };
  }

  private double fan(List<Integer> shape) {
    double receptiveField = 1;
    for (int axis = 0; axis < shape.size() - 2; axis++) {
      receptiveField *= shape.get(axis);
    }
    int rank = shape.size();
    double fanIn = rank == 0 ? 1 : rank == 1 ? shape.get(0) : shape.get(rank - 2) * receptiveField;
    double fanOut = rank == 0 ? 1 : rank == 1 ? shape.get(0) : shape.get(rank - 1) * receptiveField;
    return switch (mode) {
      case FAN_IN -> fanIn;
      case FAN_OUT -> fanOut;
      case FAN_AVG -> (fanIn + fanOut) / 2;
    };
  }
}
