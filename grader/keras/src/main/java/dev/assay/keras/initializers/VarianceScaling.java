package dev.assay.keras.initializers;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Random values whose variance is {@code scale / fan}, as Keras's {@code VarianceScaling}.
 *
 * @param scale positive
 * @param mode which fan
 * @param distribution which shape the values have
 */
public record VarianceScaling(float scale, Mode mode, Distribution distribution)
    implements Initializer {
  /** The standard deviation of a unit normal truncated at ±2, by which Keras divides. */
  private static final double TRUNCATED_DEVIATION = 0.8796256610342398;

  /** How many connections count: into a unit, out of it, or their mean. */
  public enum Mode {
    FAN_IN,
    FAN_OUT,
    FAN_AVG
  }

  /** The shape of the distribution. */
  public enum Distribution {
    UNIFORM,
    TRUNCATED_NORMAL
  }

  public VarianceScaling {
    if (!(scale > 0 && scale < Float.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "VarianceScaling: scale must be positive. Received: " + scale);
    }
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
      case TRUNCATED_NORMAL -> truncatedNormal(random) * Math.sqrt(variance) / TRUNCATED_DEVIATION;
    };
  }

  /** Box and Muller's method; draws again outside ±2. */
  private static double truncatedNormal(SplittableRandom random) {
    while (true) {
      double radius = Math.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
      double normal = radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
      if (Math.abs(normal) <= 2) {
        return normal;
      }
    }
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
