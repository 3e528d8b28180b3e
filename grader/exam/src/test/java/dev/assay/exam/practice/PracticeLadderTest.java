package dev.assay.exam.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PracticeLadderTest {
  private static PracticeAttempt attempt(@Nullable HiddenLosses hidden) {
    return new PracticeAttempt(
        "2026-05-04T09:00:00Z",
        "a",
        "iris",
        "embedded",
        "FAILED",
        0,
        5,
        null,
        List.of(),
        List.of(),
        Map.of(),
        0,
        hidden);
  }

  /** An attempt with so many errors among a hundred examples, the first ones. */
  private static PracticeAttempt errors(String features, int count) {
    double[] losses = new double[100];
    Arrays.fill(losses, 0, count, 1);
    return attempt(HiddenLosses.of(features, losses));
  }

  @Test
  void onlyWhatIsBetterThanTheBestByMoreThanChanceIsAnImprovement() {
    List<PracticeLadder.Comparison> comparisons =
        PracticeLadder.of(
            List.of(
                errors("x", 20), errors("x", 10), attempt(null), errors("x", 10), errors("x", 30)));
    // Ten of a hundred differ: the deviation is 0.3015, a tenth of that is needed.
    assertThat(comparisons)
        .extracting(
            PracticeLadder.Comparison::attempt,
            PracticeLadder.Comparison::best,
            PracticeLadder.Comparison::improved)
        .containsExactly(tuple(1, 0, true), tuple(3, 1, false), tuple(4, 1, false));
    assertThat(comparisons.get(0).needed()).isBetween(0.030, 0.031);
    assertThat(comparisons.get(2).improvement()).isNegative();
  }

  @Test
  void whatWasScoredOnOtherExamplesIsNotCompared() {
    assertThat(PracticeLadder.of(List.of(errors("x", 20), errors("y", 1)))).isEmpty();
  }

  @Test
  void lossesComeBackAsTheyWere() {
    double[] bits = {1, 0, 0, 1, 1, 0, 1, 0, 1, 1, 0};
    assertThat(HiddenLosses.of("x", bits).values()).containsExactly(bits);
    double[] numbers = {0.25, 1, 1e10, 0};
    assertThat(HiddenLosses.of("x", numbers).values()).containsExactly(numbers);
    assertThat(HiddenLosses.of("x", new double[10_000]).losses()).hasSizeLessThan(1_700);
  }

  @Test
  void damagedLossesAreNone() {
    assertThat(new HiddenLosses("x", 3, "?").values()).isEmpty();
    assertThat(new HiddenLosses("x", 300, "AAAA").values()).isEmpty();
    assertThat(new HiddenLosses("x", -1, "AAAA").values()).isEmpty();
  }
}
