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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Grades hostile answers for real; see {@code src/test/resources/hostile/README.md}. A class takes
 * some of them: what those wait for, the others, in a process of their own, need not.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class HostileSuite {
  private final boolean again;
  private @Nullable HostileLane lane;
  private final List<Arguments> gradings = new ArrayList<>();
  private final List<Arguments> last = new ArrayList<>();

  /**
   * Some of them, in one level of isolation.
   *
   * @param again whether the level without walls grades what the best level of this machine grades
   *     elsewhere; nothing, where there is no better one
   */
  HostileSuite(boolean again) {
    this.again = again;
  }

  /**
   * Whether a case is graded here.
   *
   * @param number its place in the list of all, from 0
   */
  abstract boolean isTried(int number, HostileCase hostile);

  /** One case is graded after the other. */
  @BeforeAll
  void begin(@TempDir Path folder) throws Exception {
    boolean strict = Sandboxes.best().whyNotBetter() == null;
    if (again && !strict) {
      return;
    }
    boolean plain = again || !strict;
    lane =
        new HostileLane(plain, Files.createDirectory(folder.resolve(plain ? "plain" : "strict")));
    List<HostileCase> all = HostileCase.all();
    for (int i = 0; i < all.size(); i++) {
      if (isTried(i, all.get(i))) {
        gradings.add(Arguments.of(all.get(i), lane, lane.submit(all.get(i))));
      }
    }
    last.add(Arguments.of(lane, lane.finish()));
  }

  @AfterAll
  void end() throws Exception {
    if (lane != null) {
      lane.close();
    }
  }

  Stream<Arguments> gradings() {
    return gradings.stream();
  }

  @Test
  void theStrictLevelIsTried() {
    assertThat(Needs.bubblewrap().name()).isEqualTo("bubblewrap");
    assertThat(lane).hasToString(again ? "plain" : "strict");
  }

  @Test
  void thereAreCases() throws Exception {
    assertThat(HostileCase.all()).hasSizeGreaterThanOrEqualTo(80);
  }

  @ParameterizedTest(name = "{0} {1}", autoCloseArguments = false, allowZeroInvocations = true)
  @MethodSource("gradings")
  void theVerdictIsRightAndNothingElseIsTouched(
      HostileCase hostile, HostileLane lane, Future<?> grading) throws Throwable {
    await(grading);
  }

  Stream<Arguments> last() {
    return last.stream();
  }

  @ParameterizedTest(name = "{0}", autoCloseArguments = false, allowZeroInvocations = true)
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
