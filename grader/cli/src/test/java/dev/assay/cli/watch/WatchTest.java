package dev.assay.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.assay.cli.AssayProcess;
import dev.assay.cli.Run;
import dev.assay.cli.SampleAnswers;
import dev.assay.cli.terminal.Failures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code assay grade --watch}, in a process of its own. */
class WatchTest {
  private static final Duration LONG = Duration.ofMinutes(2);
  private static final String WAITS = "Waiting for a change of the sources";

  @TempDir private Path folder;

  private @Nullable Process command;

  @AfterEach
  void end() {
    if (command != null) {
      command.descendants().forEach(ProcessHandle::destroyForcibly);
      command.destroyForcibly();
    }
  }

  @Test
  @Tag("exhaustive")
  void eachChangeIsCheckedAndGradedUntilCtrlC() throws Exception {
    assumeFalse(
        OS.WINDOWS.isCurrentOs(),
        "a process is interrupted here by the command kill, which Windows lacks");
    Path mine = SampleAnswers.write(folder.resolve("mine"), SampleAnswers.iris(1));
    Process process = start(mine);
    await(log -> count(log, WAITS) == 1, process);
    assertThat(log()).contains("mine / iris: Ready to be graded");

    SampleAnswers.write(mine, "class Broken {");
    await(log -> count(log, WAITS) == 2, process);
    assertThat(log()).contains("the last grading");

    SampleAnswers.write(mine, SampleAnswers.slowIris());
    await(log -> count(log, "/500") > 0, process);
    SampleAnswers.write(mine, SampleAnswers.iris(2));
    await(log -> count(log, WAITS) == 4, process);
    assertThat(count(log(), "The sources changed")).isEqualTo(1);
    assertThat(log()).doesNotContain("Exception", "GRADER_ERROR");

    Process kill = new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
    assertThat(kill.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(process.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)).as(log()).isTrue();
    assertThat(process.exitValue()).isEqualTo(Failures.INTERRUPTED);
  }

  @Test
  void whatCannotBeWatchedIsRefused() throws IOException {
    Run nothing = Run.of("grade", "--watch");
    assertThat(nothing.code()).isEqualTo(2);
    assertThat(nothing.err()).contains("--watch needs a SUBMISSION");
    Path mine = SampleAnswers.write(folder.resolve("mine"), SampleAnswers.iris(1));
    Run json = Run.of("grade", "--watch", "--json", mine);
    assertThat(json.code()).isEqualTo(2);
    assertThat(json.err()).contains("--watch, --json");
    Run gone = Run.of("grade", "--watch", folder.resolve("gone"));
    assertThat(gone.code()).isEqualTo(2);
  }

  private Process start(Path mine) throws IOException {
    Path temporary = Files.createDirectories(folder.resolve("temporary"));
    Path out = folder.resolve("out");
    ProcessBuilder builder =
        AssayProcess.of(
            temporary,
            folder.resolve("log"),
            "grade",
            mine,
            "--watch",
            "--out",
            out,
            "--no-history");
    // A shell lets what it runs in the background ignore SIGINT, and a child inherits that.
    if (OS.LINUX.isCurrentOs()) {
      builder.command().addAll(0, List.of("env", "--default-signal=INT"));
    }
    Process process = builder.start();
    command = process;
    return process;
  }

  private static int count(String log, String text) {
    return log.split(Pattern.quote(text), -1).length - 1;
  }

  private void await(Predicate<String> condition, Process process) throws Exception {
    long end = System.nanoTime() + LONG.toNanos();
    while (!condition.test(log())) {
      assertThat(process.isAlive()).as(log()).isTrue();
      assertThat(System.nanoTime()).as("nothing came: " + log()).isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private String log() throws IOException {
    return Files.readString(folder.resolve("log"), StandardCharsets.UTF_8);
  }
}
