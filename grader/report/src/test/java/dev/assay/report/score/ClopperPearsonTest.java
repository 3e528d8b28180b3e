package dev.assay.report.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClopperPearsonTest {
  /** Computed with SciPy: {@code binomtest(k, n).proportion_ci(0.95, "exact")}. */
  @ParameterizedTest
  @CsvSource({
    "0, 5, 0, 0.5218237501049814",
    "3, 5, 0.14663279963467254, 0.9472550494736843",
    "7, 10, 0.3475471499399921, 0.9332604888222655",
    "10, 10, 0.6915028921812371, 1",
    "950, 1000, 0.9346095120845064, 0.9626646023953394",
  })
  void theIntervalIsThatOfSciPy(int successes, int trials, double low, double high) {
    Interval interval = ClopperPearson.interval(successes, trials);
    assertThat(interval.low()).isCloseTo(low, within(1e-9));
    assertThat(interval.high()).isCloseTo(high, within(1e-9));
  }

  @Test
  void countsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> ClopperPearson.interval(0, 0)).hasMessageContaining("0 of 0");
    assertThatThrownBy(() -> ClopperPearson.interval(3, 2)).hasMessageContaining("3 of 2");
    assertThatThrownBy(() -> ClopperPearson.interval(-1, 2)).hasMessageContaining("-1 of 2");
  }
}
