package dev.assay.datasets.garments;

/**
 * A small pseudo-random generator whose sequence is fixed here, not by a JDK.
 *
 * <p>Source: Steele, Lea and Flood (2014), Fast splittable pseudorandom number generators, OOPSLA.
 */
final class SplitMix64 {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
  private static final double UNIT = 0x1.0p-53;

  private long state;

  public SplitMix64(long seed) {
    state = seed;
  }

  /** Returns a well mixed function of its argument: also a hash for textures. */
  static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Returns a hash of the argument as a number in [0, 1). */
  static double unit(long value) {
    return (mix(value) >>> 11) * UNIT;
  }

  long next() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /** Returns a number in [low, high). */
  double between(double low, double high) {
    return low + (high - low) * ((next() >>> 11) * UNIT);
  }

  /** Returns an integer in [0, bound), for a small bound. */
  int below(int bound) {
    return (int) between(0, bound);
  }

  boolean chance(double probability) {
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
