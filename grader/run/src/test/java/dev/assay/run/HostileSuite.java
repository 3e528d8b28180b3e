package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.run.isolation.Sandboxes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The hostile answers, for real; see {@code src/test/resources/hostile/README.md}. Every second
 * one: what one half waits for, the other half, in a process of its own, need not.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class HostileSuite {
  private final int remainder;
  private final List<HostileLane> lanes = new ArrayList<>();
  private final List<Arguments> gradings = new ArrayList<>();
  private final List<Arguments> last = new ArrayList<>();

  /**
   * A half of them.
   *
   * @param remainder 0 for the first, third ... answer; 1 for the others
   */
  HostileSuite(int remainder) {
    this.remainder = remainder;
  }

  /** Each level grades all cases one after the other; the levels do so at the same time. */
  @BeforeAll
  void begin(@TempDir Path folder) throws Exception {
    boolean strict = Sandboxes.best().whyNotBetter().isEmpty();
    if (strict) {
      lanes.add(new HostileLane(false, Files.createDirectory(folder.resolve("strict"))));
    }
    lanes.add(new HostileLane(true, Files.createDirectory(folder.resolve("plain"))));
    List<HostileCase> all = HostileCase.all();
    for (HostileLane lane : lanes) {
      for (int i = 0; i < all.size(); i++) {
        if (isTried(i, all.get(i), lane.isPlain() && strict)) {
          gradings.add(Arguments.of(all.get(i), lane, lane.submit(all.get(i))));
        }
      }
      last.add(Arguments.of(lane, lane.finish()));
    }
  }

  /**
   * Whether a case is graded in one of the levels. What is forged attacks only what the grader
   * reads, so the strict level does for it.
   *
   * @param again whether the strict level grades it, too
   */
  boolean isTried(int number, HostileCase hostile, boolean again) {
    return number % 2 == remainder && !(again && hostile.isForged());
  }

  @AfterAll
  void end() throws Exception {
    for (HostileLane lane : lanes) {
      lane.close();
    }
  }

  Stream<Arguments> gradings() {
    return gradings.stream();
  }

  @Test
  void theStrictLevelIsTried() {
    assertThat(Needs.bubblewrap().name()).isEqualTo("bubblewrap");
    assertThat(lanes).hasSize(2);
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

  Stream<Arguments> last() {
    return last.stream();
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
