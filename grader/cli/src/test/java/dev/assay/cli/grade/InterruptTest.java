package dev.assay.cli.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.assay.cli.AssayProcess;
import dev.assay.cli.SampleAnswers;
import dev.assay.cli.terminal.Failures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C, for which the command needs a process of its own. */
class InterruptTest {
  private static final Duration LONG = Duration.ofMinutes(2);

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
  void endsTheChildrenAndKeepsWhatIsFinished() throws Exception {
    assumeFalse(
        OS.WINDOWS.isCurrentOs(),
        "a process is interrupted here by the command kill, which Windows lacks");
    Path all = Files.createDirectories(folder.resolve("class"));
    SampleAnswers.write(all.resolve("ann-is-quick"), SampleAnswers.iris(1));
    SampleAnswers.write(all.resolve("ben-is-slow"), SampleAnswers.slowIris());
    Path out = folder.resolve("out");
    Path temporary = Files.createDirectories(folder.resolve("temporary"));
    ProcessBuilder builder =
        AssayProcess.of(
            temporary, folder.resolve("log"), "grade", all, "--problem", "iris", "--out", out);
    if (isDeafHere()) {
      builder.command().addAll(0, List.of("env", "--default-signal=INT"));
    }
    Process process = builder.start();
    command = process;

    Path second = out.resolve("ben-is-slow/iris");
    // The file is there, without content, before the process that is to write it.
    await(() -> Files.exists(second.resolve("weights.safetensors")), process);
    await(() -> process.descendants().findAny().isPresent(), process);
    List<ProcessHandle> children = process.descendants().toList();
    assertThat(children).as(log()).isNotEmpty();
    interrupt(process);

    assertThat(process.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(Failures.INTERRUPTED);
    for (ProcessHandle child : children) {
      child.onExit().get(LONG.toSeconds(), TimeUnit.SECONDS);
    }
    assertThat(out.resolve("ann-is-quick/iris/result.json")).isNotEmptyFile();
    assertThat(second.resolve("result.json")).doesNotExist();
    assertThat(log()).contains("Interrupted. 1 finished result is kept in " + out);
    assertThat(log()).doesNotContain("ben-is-slow/iris/result.json", "Exception", "GRADER_ERROR");
  }

  /** A shell lets what it runs in the background ignore SIGINT, and a child inherits that. */
  private static boolean isDeafHere() throws IOException {
    Path status = Path.of("/proc/self/status");
    return Files.exists(status)
        && Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
  }

  private static void interrupt(Process process) throws IOException, InterruptedException {
    Process kill = new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
    assertThat(kill.waitFor()).isZero();
  }

  private void await(BooleanSupplier condition, Process process) throws Exception {
    long end = System.nanoTime() + LONG.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(process.isAlive()).as(log()).isTrue();
      assertThat(System.nanoTime()).as("nothing came: " + log()).isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private String log() throws IOException {
    return Files.readString(folder.resolve("log"), StandardCharsets.UTF_8);
  }
}
