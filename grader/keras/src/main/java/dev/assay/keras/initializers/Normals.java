package dev.assay.keras.initializers;

import java.util.SplittableRandom;

/** Draws from the normal distribution; the same on every platform. */
final class Normals {
  /** The standard deviation of a unit normal truncated at ±2. */
  static final double TRUNCATED_DEVIATION = 0.8796256610342398;

  private Normals() {}

  /**
   * Draws a number from a normal distribution with mean 0 and standard deviation 1 (Box and
   * Muller).
   */
  static double standard(SplittableRandom random) {
    double radius = Math.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
    return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
  }

  /** Draws again outside ±2, which makes the standard deviation smaller than 1. */
  static double truncated(SplittableRandom random) {
    while (true) {
      double normal = standard(random);
      if (Math.abs(normal) <= 2) {
        return normal;
      }
    }
  }
}
