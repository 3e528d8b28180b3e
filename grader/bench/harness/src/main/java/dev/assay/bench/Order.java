package dev.assay.bench;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** A random order of the rows, for libraries that leave shuffling to their user. */
public final class Order {
  private final int[] rows;
  private final SplittableRandom random = new SplittableRandom(1);

  /** The rows from 0 in their order. */
  public Order(int rows) {
    this.rows = IntStream.range(0, rows).toArray();
  }

  /** How many rows. */
  public int size() {
    return rows.length;
  }

  /** Shuffles, and returns the rows: always the same array. */
  public int[] shuffled() {
    for (int i = rows.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = rows[i];
      rows[i] = rows[j];
      rows[j] = kept;
    }
    return rows;
  }
}
