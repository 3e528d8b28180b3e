package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.run.isolation.Sandboxes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The hostile answers, for real; see {@code src/test/resources/hostile/README.md}. */
class HostileTest {
  private static final List<HostileLane> LANES = new ArrayList<>();
  private static final List<Arguments> GRADINGS = new ArrayList<>();
  private static final List<Arguments> LAST = new ArrayList<>();
  @TempDir static Path folder;

  /**
   * Each level grades all cases one after the other; the levels do so at the same time, from either
   * end.
   */
  @BeforeAll
  static void begin() throws Exception {
    if (Sandboxes.best().whyNotBetter().isEmpty()) {
      LANES.add(new HostileLane(false, Files.createDirectory(folder.resolve("strict"))));
    }
    LANES.add(new HostileLane(true, Files.createDirectory(folder.resolve("plain"))));
    for (HostileLane lane : LANES) {
      List<HostileCase> cases = new ArrayList<>(HostileCase.all());
      if (lane.isPlain()) {
        Collections.reverse(cases);
      }
      for (HostileCase hostile : cases) {
        GRADINGS.add(Arguments.of(hostile, lane, lane.submit(hostile)));
      }
    }
    for (HostileLane lane : LANES) {
      LAST.add(Arguments.of(lane, lane.finish()));
    }
  }

  @AfterAll
  static void end() throws Exception {
    for (HostileLane lane : LANES) {
      lane.close();
    }
  }

  static Stream<Arguments> gradings() {
    return GRADINGS.stream();
  }

  @Test
  void thereAreCases() throws Exception {
    assertThat(HostileCase.all()).hasSizeGreaterThanOrEqualTo(80);
  }

  @ParameterizedTest(name = "{0} {1}", autoCloseArguments = false)
  @MethodSource("gradings")
  void theVerdictIsRightAndNothingElseIsTouched(
      HostileCase hostile, HostileLane lane, Future<?> grading) throws Throwable {
    await(grading);
  }

  static Stream<Arguments> last() {
    return LAST.stream();
  }

  @ParameterizedTest(name = "{0}", autoCloseArguments = false)
  @MethodSource("last")
  void afterAllOfThemAGoodAnswerIsGradedAsEver(HostileLane lane, Future<?> grading)
      throws Throwable {
    await(grading);
  }

  private static void await(Future<?> grading) throws Throwable {
    try {
      assertThat(grading.get()).isNull();
    } catch (ExecutionException e) {
      throw Objects.requireNonNull(e.getCause());
    }
  }
}
