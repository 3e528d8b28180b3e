package dev.assay.run.grading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.problems.ProblemSpec;
import dev.assay.run.TestProblem;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuilderSeedTest {
  /** Computed apart: the first eight bytes of HMAC-SHA256 with the label as its key. */
  @ParameterizedTest
  @CsvSource({"0, -7654308787482479870", "42, 4127753526022518479", "-1, 6840769008616115428"})
  void aBuilderIsToldTheStartOfAnHmacOfTheRunsSeed(long runSeed, long told) {
    assertThat(BuilderSeed.of(runSeed)).isEqualTo(told);
  }

  @Test
  void theSpecHoldsTheDerivedSeedAndNotTheRunsOwn() {
    ProblemSpec spec = TestProblem.assignment(TestProblem.LIMITS).spec(42);
    assertThat(spec.seed()).isEqualTo(BuilderSeed.of(42));
    assertThat(spec.toString()).doesNotContain("seed=42");
  }

  @Test
  void otherRunsAreToldOtherSeeds() {
    assertThat(LongStream.range(0, 1000).map(BuilderSeed::of).distinct()).hasSize(1000);
  }
}
