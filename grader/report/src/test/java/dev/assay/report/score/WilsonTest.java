package dev.assay.report.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonTest {

  /** For 0 of n the upper end is z² / (n + z²); for n of n the lower end is n / (n + z²). */
  @ParameterizedTest
  @CsvSource({
    "0, 10, 0, 0.2775327999",
    "10, 10, 0.7224672001, 1",
    "1, 1, 0.2065493144, 1",
    "5, 10, 0.2365930905, 0.7634069095",
    "45, 50, 0.7863976856, 0.9565242351",
    "9908, 10000, 0.9887311605, 0.9924919067",
  })
  void theIntervalOf95PercentIsWilsons(int correct, int total, double low, double high) {
    Interval interval = Wilson.interval(correct, total, 0.95);
    assertThat(interval.low()).isCloseTo(low, within(1e-10));
    assertThat(interval.high()).isCloseTo(high, within(1e-10));
  }

  @Test
  void theEndsAreExactForNoneAndForAll() {
    for (int total = 1; total < 2000; total++) {
      assertThat(Wilson.interval(0, total, 0.95).low()).isZero();
      assertThat(Wilson.interval(total, total, 0.95).high()).isEqualTo(1);
    }
  }

  @Test
  void moreConfidenceIsWider() {
    double width90 = width(Wilson.interval(45, 50, 0.90));
    double width95 = width(Wilson.interval(45, 50, 0.95));
    double width99 = width(Wilson.interval(45, 50, 0.99));
    assertThat(width90).isLessThan(width95);
    assertThat(width95).isLessThan(width99);
  }

  @ParameterizedTest
  @CsvSource({"-1, 5, 0.95, -1 of 5", "6, 5, 0.95, 6 of 5", "0, 0, 0.95, 0 of 0", "1, 2, 0.5, 0.5"})
  void whatIsOutOfRangeIsRefused(int correct, int total, double confidence, String received) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Wilson.interval(correct, total, confidence))
        .withMessageEndingWith("Received: " + received);
  }

  private static double width(Interval interval) {
    return interval.high() - interval.low();
  }
}
