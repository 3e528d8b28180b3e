package dev.assay.run.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.run.Reasons;
import dev.assay.run.grading.GraderException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StopwatchTest {
  private final Stopwatch clock = new Stopwatch();

  @Test
  void stagesKeepTheirOrderAndAddUp() {
    clock.add("train", 1.00004);
    clock.add("build", 0.5);
    clock.add("train", 2);
    assertThat(clock.seconds()).containsExactly(Map.entry("train", 3.0), Map.entry("build", 0.5));
  }

  @Test
  void aStagesValueIsHandedOn() throws Exception {
    assertThat(clock.<String>time("load", () -> "data")).isEqualTo("data");
    assertThat(clock.seconds().get("load")).isNotNegative();
  }

  @Test
  void aStageThatEndsTheGradingIsTimedToo() {
    assertThatExceptionOfType(GraderException.class)
        .isThrownBy(
            () ->
                clock.time(
                    "build",
                    () -> {
                      throw new GraderException(Reasons.of("no"));
                    }));
    assertThat(clock.seconds()).containsOnlyKeys("build");
  }

  @Test
  void aStageThatGoesOverIntoAnotherIsTimedAsTwo() throws Exception {
    clock.<Boolean>time(
        "reload",
        () -> {
          clock.next("predict");
          return true;
        });
    assertThat(clock.seconds()).containsOnlyKeys("reload", "predict");
  }
}
