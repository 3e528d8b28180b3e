package dev.assay.training;

import dev.assay.keras.models.ElementType;
import dev.assay.keras.training.TensorData;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Draws of rows, which stand for the examples: no example is copied. */
final class Resampling {
  private Resampling() {}

  static int[] all(int rows) {
    return IntStream.range(0, rows).toArray();
  }

  /** Draws as many rows as there are, with replacement. */
  static int[] bootstrap(int rows, SplittableRandom random) {
    return random.ints(rows, 0, rows).toArray();
  }

  /** Fisher and Yates's shuffle. */
  static void shuffle(int[] order, SplittableRandom random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
  }

  /**
   * Deals examples into folds whose sizes, and whose counts of each class, differ by at most one.
   *
   * @param labels class numbers are dealt class by class, anything else as it comes
   * @return the fold of each row, from 1
   * @throws IllegalArgumentException where there are fewer examples than folds
   */
  static int[] folds(TensorData labels, int folds, SplittableRandom random) {
    int rows = labels.rows();
    if (rows < folds) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Stacking: %d folds need as many training examples. Received: %d. Ask for fewer"
                  + " folds.",
              folds,
              rows));
    }
    int[] order = all(rows);
    shuffle(order, random);
    if (labels.type() != ElementType.FLOAT32 && labels.shape().size() == 1) {
      order =
          Arrays.stream(order)
              .boxed()
              .sorted(Comparator.comparing(labels::classNumber))
              .mapToInt(Integer::intValue)
              .toArray();
    }
    int[] fold = new int[rows];
    for (int i = 0; i < rows; i++) {
      fold[order[i]] = 1 + i % folds;
    }
    return fold;
  }
}
