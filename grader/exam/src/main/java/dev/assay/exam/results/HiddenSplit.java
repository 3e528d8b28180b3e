package dev.assay.exam.results;

import dev.assay.commons.random.SplitMix64;
import dev.assay.exam.blueprint.DataPlan;
import java.util.Arrays;

/**
 * The division of hidden examples into those that attempts are scored on and those that the final
 * score is of.
 *
 * @param shown the numbers of those for attempts, ascending, at least one
 * @param kept the numbers of those for the final score, ascending, at least one
 */
@SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
public record HiddenSplit(int[] shown, int[] kept) {
  /**
   * Divides examples.
   *
   * @param examples how many, at least 2
   * @param percent the share of those for attempts; {@link DataPlan#NO_SPLIT} for all of them in
   *     both parts
   * @param seed secret: who knows it knows which examples are in which part
   */
  public static HiddenSplit of(int examples, int percent, long seed) {
    int[] order = new int[examples];
    Arrays.setAll(order, i -> i);
    if (percent == DataPlan.NO_SPLIT) {
      return new HiddenSplit(order, order.clone());
    }
    if (examples < 2) {
      throw new IllegalArgumentException("examples must be at least 2. Received: " + examples);
    }
    new SplitMix64(seed).shuffle(order);
    int count = (int) Math.round(examples * (percent / 100.0));
    int shown = Math.max(1, Math.min(examples - 1, count));
    return new HiddenSplit(
        sorted(Arrays.copyOf(order, shown)), sorted(Arrays.copyOfRange(order, shown, examples)));
  }

  private static int[] sorted(int[] numbers) {
    Arrays.sort(numbers);
    return numbers;
  }
}
