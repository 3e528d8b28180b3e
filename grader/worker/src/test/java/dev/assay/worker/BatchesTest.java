package dev.assay.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  /** A model that changes only what lies behind the first examples of a batch does not escape. */
  @Test
  void examplesFromAllPlacesOfABatchArePredictedAgain() {
    int[] rows = Batches.reversed(10_000);
    assertThat(rows).hasSize(64).doesNotHaveDuplicates();
    assertThat(IntStream.of(rows).map(row -> row % 256 / 64).distinct().toArray())
        .containsExactlyInAnyOrder(0, 1, 2, 3);
    assertThat(IntStream.of(rows).map(row -> row / 256).distinct().count()).isGreaterThan(32);
    assertThat(Batches.reversed(3)).containsExactly(2, 1, 0);
    assertThat(Batches.reversed(65)).endsWith(1, 0).startsWith(63);
  }
}
