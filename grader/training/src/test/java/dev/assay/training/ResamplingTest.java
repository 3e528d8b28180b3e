package dev.assay.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.keras.models.ElementType;
import dev.assay.keras.training.TensorData;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ResamplingTest {
  private static final int ROWS = 10_000;

  private static SplittableRandom seed(long seed) {
    return new SplittableRandom(seed);
  }

  /** Ten of class 7, ten of class 255 and one of class 0. */
  private static TensorData bytes() {
    byte[] labels = new byte[21];
    Arrays.fill(labels, 0, 10, (byte) 7);
    Arrays.fill(labels, 10, 20, (byte) 255);
    return new TensorData(ElementType.UINT8, List.of(21), ByteBuffer.wrap(labels));
  }

  private static TensorData floats(int rows) {
    return new TensorData(ElementType.FLOAT32, List.of(rows), ByteBuffer.allocate(4 * rows));
  }

  @Test
  void aBootstrapIsTheSameForTheSameSeed() {
    int[] rows = Resampling.bootstrap(ROWS, seed(1));
    assertThat(rows).isEqualTo(Resampling.bootstrap(ROWS, seed(1)));
    assertThat(rows).isNotEqualTo(Resampling.bootstrap(ROWS, seed(2)));
  }

  /** A row is missed with probability {@code (1 - 1/n)^n}, about 1/e: 3,679 of 10,000, sd 24. */
  @Test
  void aBootstrapDrawsWithReplacement() {
    int[] rows = Resampling.bootstrap(ROWS, seed(3));
    assertThat(rows).hasSize(ROWS);
    assertThat(Arrays.stream(rows)).allMatch(row -> row >= 0 && row < ROWS);
    assertThat(Arrays.stream(rows).distinct().count()).isBetween(6321L - 120, 6321L + 120);
  }

  @Test
  void foldsHaveTheSameShareOfEachClass() {
    int[] folds = Resampling.folds(bytes(), 5, seed(4));
    for (int fold = 1; fold <= 5; fold++) {
      assertThat(count(folds, fold, 0, 10)).as("class 7 in fold %d", fold).isEqualTo(2);
      assertThat(count(folds, fold, 10, 20)).as("class 255 in fold %d", fold).isEqualTo(2);
    }
    assertThat(folds).isNotEqualTo(Resampling.folds(bytes(), 5, seed(5)));
  }

  private static long count(int[] folds, int fold, int from, int to) {
    return IntStream.range(from, to).filter(row -> folds[row] == fold).count();
  }

  @Test
  void foldsOfNumbersDifferInSizeByOneAtMost() {
    int[] folds = Resampling.folds(floats(7), 3, seed(6));
    assertThat(IntStream.rangeClosed(1, 3).mapToLong(fold -> count(folds, fold, 0, 7)))
        .containsExactly(3L, 2L, 2L);
  }

  @Test
  void thereMustBeAnExampleForEachFold() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Resampling.folds(floats(4), 5, seed(7)))
        .withMessage(
            "Stacking: 5 folds need as many training examples. Received: 4. Ask for fewer folds.");
  }
}
