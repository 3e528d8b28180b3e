package dev.assay.cli.practice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.AssayProcess;
import dev.assay.cli.Run;
import dev.assay.cli.SampleAnswers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A student who practises. */
class PracticeCommandsTest {
  private static final long LIMIT = 180;

  @TempDir private Path folder;

  @BeforeEach
  void useAStateOfItsOwn() {
    System.setProperty("assay.state", folder.resolve("state").toString());
  }

  @AfterEach
  void forget() {
    System.clearProperty("assay.state");
  }

  /** Grades as somebody does whose machine is no build server. */
  private void grade(String source, String... options) throws Exception {
    SampleAnswers.write(folder.resolve("mine"), source);
    Path temporary = Files.createDirectories(folder.resolve("temporary"));
    List<String> line =
        new ArrayList<>(
            List.of(
                "grade",
                folder.resolve("mine").toString(),
                "--out",
                folder.resolve("out").toString(),
                "--exit-zero"));
    line.addAll(List.of(options));
    ProcessBuilder builder =
        AssayProcess.of(temporary, folder.resolve("log"), line.toArray(Object[]::new));
    builder.environment().remove("CI");
    builder.environment().put("ASSAY_STATE", folder.resolve("state").toString());
    Process process = builder.start();
    try {
      assertThat(process.waitFor(LIMIT, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as(Files.readString(folder.resolve("log"))).isZero();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void attemptsAreKeptWithWhatTheyChanged() throws Exception {
    grade("class Broken {");
    grade(SampleAnswers.iris(2));
    grade(SampleAnswers.iris(2));
    grade(SampleAnswers.iris(3), "--no-history");
    grade(SampleAnswers.iris(4));
    Run history = Run.of("history", "iris");
    assertThat(history.code()).as(history.err()).isZero();
    assertThat(history.out())
        .contains("mine", "epochs: 2 -> 4", "the pass mark, 0.9", "100 ")
        .containsPattern("  2  (better than attempt 1 by|worse than|not distinguishable)")
        .doesNotContain("epochs: 2 -> 3");
    // The broken one names no problem, and the second grading kept the result of the first.
    assertThat(history.out().lines().filter(line -> line.contains("/5")).count()).isEqualTo(2);
    assertThat(Run.of("next").out()).contains("mnist has not been tried");
  }

  @Test
  void hintsComeOneAtATimeAndAllAtOnce() {
    assertThat(Run.of("hint", "iris").out()).contains("iris, hint 1 of 6").doesNotContain("hint 2");
    assertThat(Run.of("hint", "iris", "--lang", "ko").out()).contains("6개 가운데 2번");
    Run all = Run.of("hint", "iris", "--all");
    assertThat(all.out()).contains("hint 1 of 6", "hint 6 of 6").doesNotContain("the last hint");
    assertThat(Run.of("hint", "iris").out()).contains("hint 6 of 6", "the last hint");
    Run unknown = Run.of("hint", "irises");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("irises");
  }

  @Test
  void whoHasNotBegunIsToldHow() throws IOException {
    assertThat(Run.of("history").out()).contains("There are no attempts yet");
    assertThat(Run.of("next").out()).contains("assay new iris");
    assertThat(folder.resolve("state")).doesNotExist();
  }
}
