package dev.assay.report.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class McNemarTest {
  /** Computed with exact sums of binomial coefficients in Python. */
  @ParameterizedTest
  @CsvSource({"2, 9, 0.0654296875", "9, 2, 0.0654296875", "0, 5, 0.0625", "3, 3, 1", "0, 0, 1"})
  void theProbabilityIsExact(int onlyFirst, int onlySecond, double probability) {
    assertThat(new McNemar(30, onlyFirst, onlySecond, 7).probability())
        .isCloseTo(probability, within(1e-12));
  }

  @Test
  void examplesAreCountedInPairs() {
    double[] first = {0, 0, 0, 1, 1, 0};
    double[] second = {0, 1, 1, 0, 1, 0};
    assertThat(McNemar.of(first, second)).isEqualTo(new McNemar(2, 2, 1, 1));
  }

  @Test
  void countsAndLengthsAreChecked() {
    assertThatThrownBy(() -> new McNemar(0, -1, 0, 0)).hasMessageContaining("counts");
    assertThatThrownBy(() -> McNemar.of(new double[2], new double[3]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theDifferenceOfR2IsPaired() {
    float[] labels = new float[60];
    float[] good = new float[60];
    float[] poor = new float[60];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = i;
      good[i] = i + (i % 2 == 0 ? 1 : -1);
      poor[i] = i + (i % 2 == 0 ? 6 : -6);
    }
    Interval interval = Bootstrap.r2Difference(good, poor, labels, 1);
    assertThat(interval.low()).isPositive();
    assertThat(interval.contains(RSquared.of(good, labels) - RSquared.of(poor, labels))).isTrue();
    assertThat(Bootstrap.r2Difference(good, good, labels, 1)).isEqualTo(new Interval(0, 0));
  }
}
