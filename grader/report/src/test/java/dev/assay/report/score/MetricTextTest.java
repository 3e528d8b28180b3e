package dev.assay.report.score;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricTextTest {

  @ParameterizedTest
  @CsvSource({
    "0.9908, 0.98, HIGHER, 0.9908, >= 0.98",
    "0.97996, 0.98, HIGHER, 0.9799, >= 0.98",
    "0.98, 0.98, HIGHER, 0.9800, >= 0.98",
    "0.66666666, 0.9, HIGHER, 0.6667, >= 0.9",
    "2.50001, 2.5, LOWER, 2.5001, <= 2.5",
    "-0.5, 0.8, HIGHER, -0.5000, >= 0.8",
    "NaN, 0.8, HIGHER, not a number, >= 0.8",
    "123456.789, 50000, LOWER, 123456.7890, <= 50000",
    "-999999.99996, 0.8, HIGHER, -1000000.0000, >= 0.8",
    "-1000000, 0.8, HIGHER, -1.00e+06, >= 0.8",
    "1.2345e36, 5000000, LOWER, 1.23e+36, <= 5E+6",
    "12, 20, LOWER, 12.0000, <= 20",
  })
  void scoresNeverRoundAcrossTheThreshold(
      double value, double threshold, Direction direction, String score, String needed) {
    Metric metric = Metric.ofValue("m", value, threshold, direction, null);
    assertThat(MetricText.score(metric)).isEqualTo(score);
    assertThat(MetricText.threshold(metric)).isEqualTo(needed);
  }
}
