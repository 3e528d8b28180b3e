package dev.assay.exam.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepeatRuleTest {
  @ParameterizedTest
  @CsvSource({
    "ONE, 3 5 0, 3",
    "MAJORITY, 5 0 3, 3",
    "MAJORITY, 5 5 0, 5",
    "MAJORITY, 5 0 5 0, 0",
    "ALL, 5 4 5, 4",
  })
  void theGradingThatCountsIsChosenByItsPoints(RepeatRule rule, String points, int counting) {
    List<Integer> all = List.of(points.split(" ", -1)).stream().map(Integer::valueOf).toList();
    assertThat(all.get(rule.counting(all))).isEqualTo(counting);
  }
}
