package dev.assay.batch.shards;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.report.score.Direction;
import dev.assay.report.score.Interval;
import dev.assay.report.score.Metric;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessorsTest {
  @ParameterizedTest
  @CsvSource({"43, false", "44, true", "45, true", "46, true", "47, false"})
  void oneExampleMoreOrLessIsNear(int correct, boolean near) {
    Metric metric = Metric.ofCounts("accuracy", correct, 50, 0.9, new Interval(0, 1));
    assertThat(Processors.isNear(metric)).isEqualTo(near);
  }

  @ParameterizedTest
  @CsvSource({"0.7495, true", "0.7505, true", "0.748, false", "0.76, false", "NaN, false"})
  void theLastDigitsOfAScoreWithoutCountsAreNear(double value, boolean near) {
    Metric metric = Metric.ofValue("r2", value, 0.75, Direction.HIGHER, null);
    assertThat(Processors.isNear(metric)).isEqualTo(near);
  }

  @Test
  void withoutResultsThereIsNoKind() {
    assertThat(Processors.of(List.of())).isEmpty();
  }
}
