package dev.assay.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.problems.PassRule.ScoreMetric;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassRuleTest {
  private static final PassRule RULE = PassRule.accuracy(0.9, 0.4, 0.6, 0.7, 0.8);

  @ParameterizedTest
  @CsvSource({"45,50,5", "44,50,4", "40,50,4", "39,50,3", "20,50,1", "19,50,0", "0,50,0"})
  void pointsAreComparedAsCounts(long correct, long total, int points) {
    assertThat(RULE.points(correct, total)).isEqualTo(points);
  }

  @ParameterizedTest
  @CsvSource({"0.98,10000,9800", "0.9,50,45", "0.95,171,163", "0.1,30,3", "0.7,10,7"})
  void aShareIsReachedByTheSmallestCountThatIsNotBelowIt(double share, long total, long needed) {
    assertThat(PassRule.needed(share, total)).isEqualTo(needed);
  }

  @ParameterizedTest
  @CsvSource({"0.9,5", "0.8999,4", "NaN,0", "-3,0"})
  void valuesGivePointsByTheirBand(double value, int points) {
    assertThat(PassRule.r2(0.9, 0.4, 0.6, 0.7, 0.8).points(value)).isEqualTo(points);
  }

  @Test
  void eachTaskHasItsMetrics() {
    for (Task task : Task.values()) {
      assertThat(EnumSet.allOf(ScoreMetric.class).stream().filter(m -> m.measures(task)))
          .hasSize(task == Task.MULTILABEL_CLASSIFICATION ? 2 : 1);
    }
    assertThat(PassRule.subsetAccuracy(0.9, 0.4, 0.6, 0.7, 0.8).metric())
        .isEqualTo(ScoreMetric.SUBSET_ACCURACY);
    assertThat(PassRule.macroF1(0.9, 0.4, 0.6, 0.7, 0.8).metric().key()).isEqualTo("macro_f1");
  }

  @Test
  void bandsThatDoNotAscendAreRefused() {
    assertThatThrownBy(() -> PassRule.r2(0.9, 0.4, 0.4, 0.7, 0.8))
        .hasMessageContaining("bands must ascend and stay below the threshold 0.9");
    assertThatThrownBy(() -> PassRule.r2(0.9, 0.4, 0.5, 0.7, 0.95)).hasMessageContaining("0.95");
  }
}
