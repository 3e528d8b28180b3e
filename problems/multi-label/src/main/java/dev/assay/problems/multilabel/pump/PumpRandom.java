package dev.assay.problems.multilabel.pump;

import dev.assay.commons.random.SplitMix64;

/** Random numbers as the simulation needs them, from a sequence that no JDK changes. */
final class PumpRandom {
  private static final double UNIT = 0x1.0p-53;

  private final SplitMix64 random;

  /** Starts the sequence of a seed. */
  PumpRandom(long seed) {
    random = new SplitMix64(seed);
  }

  /** Returns the start of an independent sequence. */
  PumpRandom fork() {
    return new PumpRandom(random.nextLong());
  }

  /** Returns a number in [low, high). */
  double between(double low, double high) {
    return low + (high - low) * ((random.nextLong() >>> 11) * UNIT);
  }

  /** Returns true with a probability in [0, 1]. */
  boolean chance(double probability) {
    return between(0, 1) < probability;
  }

  /** Returns a nearly normal deviate of mean 0 and deviation 1, within [-6, 6]: twelve uniforms. */
  double normal() {
    double sum = 0;
    for (int i = 0; i < 12; i++) {
      sum += between(-0.5, 0.5);
    }
    return sum;
  }

  /** Returns a value with a relative error of the given deviation: never negative or zero. */
  double noisy(double value, double deviation) {
    return value * StrictMath.exp(deviation * normal());
  }
}
