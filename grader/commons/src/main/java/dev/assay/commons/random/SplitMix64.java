package dev.assay.commons.random;

/**
 * The SplitMix64 generator of Steele, Lea and Flood (OOPSLA 2014), constants by Sebastiano Vigna.
 *
 * <p>Written out here so that a seed gives the same numbers with every JDK: only the algorithms of
 * {@code java.util.Random} are promised, not those of {@code Collections.shuffle}.
 */
public final class SplitMix64 {
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  private long state;

  /** Starts a sequence. */
  public SplitMix64(long seed) {
    state = seed;
  }

  /** A well mixed function of a number: a hash. */
  public static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** The next 64 bits. */
  public long nextLong() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /** A number in {@code [0, bound)}, each equally likely: draws from the uneven rest are redone. */
  public int nextInt(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("bound must be positive. Received: " + bound);
    }
    long bits;
    long value;
    do {
      bits = nextLong() >>> 1;
      value = bits % bound;
    } while (bits - value + (bound - 1) < 0);
    return (int) value;
  }

  /** Shuffles an array in place: Fisher-Yates, from the end. */
  public void shuffle(int[] values) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = nextInt(i + 1);
      int swapped = values[i];
      values[i] = values[j];
      values[j] = swapped;
    }
  }
}
