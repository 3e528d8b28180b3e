package dev.assay.problems.fashionmnist.garments.drawing;

import dev.assay.commons.random.SplitMix64;

/** Random numbers as a drawing needs them, from a sequence that no JDK changes. */
public final class GarmentRandom {
  private static final double UNIT = 0x1.0p-53;

  private final SplitMix64 random;

  /** Starts the sequence of a seed. */
  public GarmentRandom(long seed) {
    random = new SplitMix64(seed);
  }

  /** Returns a hash of the argument as a number in [0, 1). */
  static double unit(long value) {
    return (SplitMix64.mix(value) >>> 11) * UNIT;
  }

  /** The next 64 bits. */
  public long next() {
    return random.nextLong();
  }

  /** Returns a number in [low, high). */
  public double between(double low, double high) {
    return low + (high - low) * ((next() >>> 11) * UNIT);
  }

  /** Returns an integer in [0, bound), for a small bound. */
  public int below(int bound) {
    return (int) between(0, bound);
  }

  /** Returns true with a probability in [0, 1]. */
  public boolean chance(double probability) {
    return between(0, 1) < probability;
  }

  /**
   * Returns about a normal deviate of mean 0 and deviation 1, within [-3, 3]: a sum of uniforms.
   */
  double bell() {
    double sum = 0;
    for (int i = 0; i < 4; i++) {
      sum += between(-0.5, 0.5);
    }
    return sum * 1.7320508075688772;
  }
}
