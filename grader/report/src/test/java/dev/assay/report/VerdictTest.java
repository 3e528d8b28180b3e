package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {

  @Test
  void onlyAFaultOfTheGraderDoesNotCount() {
    List<Verdict> free =
        Arrays.stream(Verdict.values()).filter(v -> !v.countsAgainstCandidate()).toList();
    assertThat(free).containsExactly(Verdict.GRADER_ERROR);
  }

  @Test
  void onlyPassedAndFailedAreScored() {
    List<Verdict> scored = Arrays.stream(Verdict.values()).filter(Verdict::scored).toList();
    assertThat(scored).containsExactly(Verdict.PASSED, Verdict.FAILED);
  }

  @Test
  void severityRunsFromPassedToOurOwnFault() {
    List<Verdict> all = List.of(Verdict.values());
    assertThat(Collections.min(all)).isEqualTo(Verdict.PASSED);
    assertThat(Collections.max(all)).isEqualTo(Verdict.GRADER_ERROR);
    assertThat(Verdict.COMPILE_ERROR).isGreaterThan(Verdict.BUILD_ERROR);
  }
}
