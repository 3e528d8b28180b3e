package dev.assay.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BatchesTest {
  @ParameterizedTest
  @CsvSource({
    "0.5, 0.5, 0",
    "0.5, 0.25, 0.25",
    "-4, 4, 2",
    "NaN, NaN, 0",
    "Infinity, Infinity, 0",
    "Infinity, 1, 3.4028234663852886E38",
    "1, NaN, 3.4028234663852886E38",
  })
  void differencesAreRelativeToLargeOutputs(float one, float other, double difference) {
    assertThat(Batches.difference(one, other)).isEqualTo(difference);
  }

  /** A model cannot tell from a place in a batch whether its example is tried. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 50, 200, 256, 10_000})
  void everyExampleIsPredictedAgainOnceInCompanyAndSomeAlone(int rows) {
    for (long seed = 0; seed < 20; seed++) {
      List<int[]> batches = Batches.drawn(rows, new SplittableRandom(seed));
      int alone = Math.min(Batches.ALONE, rows);
      assertThat(batches.subList(0, alone)).allMatch(batch -> batch.length == 1);
      assertThat(batches.subList(0, alone).stream().flatMapToInt(IntStream::of).toArray())
          .doesNotHaveDuplicates();
      assertThat(batches.stream().skip(alone).flatMapToInt(IntStream::of).sorted().toArray())
          .isEqualTo(IntStream.range(0, rows).toArray());
      assertThat(batches).allMatch(batch -> batch.length <= 256 && batch.length > 0);
    }
  }

  @Test
  void noBatchIsTheWholeSetInAnotherOrder() {
    for (long seed = 0; seed < 1000; seed++) {
      assertThat(Batches.drawn(50, new SplittableRandom(seed)))
          .noneMatch(batch -> batch.length == 50);
    }
  }

  @Test
  void batchesOfOneSetDifferInSizeAndAreFewEnoughForALargeOne() {
    List<int[]> batches = Batches.drawn(10_000, new SplittableRandom(1));
    List<int[]> company = batches.subList(Batches.ALONE, batches.size());
    assertThat(company.stream().map(batch -> batch.length).distinct().count()).isGreaterThan(30);
    assertThat(company).hasSizeBetween(80, 300).anyMatch(batch -> batch.length < 8);
  }
}
