package dev.assay.worker;

import static org.assertj.core.api.Assertions.assertThat;

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
}
