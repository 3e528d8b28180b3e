package dev.assay.run.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.run.isolation.command.ResourceLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlGroupTest {
  private static final ResourceLimits LIMITS = new ResourceLimits(16, 64, 1, 20);

  @TempDir Path folder;

  private ControlGroup group(String memoryEvents, String pidsEvents) throws IOException {
    return new MadeUpGroups(folder).child(LIMITS, memoryEvents, pidsEvents);
  }

  private Path file(String name) {
    return new MadeUpGroups(folder).childFolder().resolve(name);
  }

  @Test
  void itsLimitsAreThoseOfTheJobAndWhatTheCageNeeds() throws Exception {
    group("", "");
    assertThat(file("memory.max")).hasContent("" + ((64L << 20) + ControlGroup.CAGE_BYTES));
    assertThat(file("pids.max")).hasContent("" + (20 + ResourceLimits.CAGE_PROCESSES));
    assertThat(file("memory.swap.max")).hasContent("0");
    assertThat(file("memory.oom.group")).hasContent("1");
  }

  @Test
  void aKernelWithoutSwapHasALimitOnMemoryAllTheSame() throws Exception {
    Path parent = Files.createDirectories(file("memory.swap.max")).getParent();
    Files.delete(file("memory.swap.max"));
    Files.delete(parent);
    ControlGroup group = group("oom 1\noom_kill 1\n", "");
    assertThat(group.refusal()).isEqualTo(ControlGroup.Refusal.MEMORY);
  }

  @Test
  void oneThatExistsIsNotTaken() throws Exception {
    group("", "");
    assertThatIOException().isThrownBy(() -> group("", "")).withMessageContaining("child");
  }

  @ParameterizedTest
  @CsvSource({
    "low 0|high 0|max 9|oom 2|oom_kill 3|oom_group_kill 1, max 0, MEMORY",
    "low 0|high 0|max 0|oom 0|oom_kill 1, max 0, MEMORY_ELSEWHERE",
    "low 0|high 0|max 9|oom 0|oom_kill 0, max 7, THREADS",
    "low 0|high 0|max 9|oom 1|oom_kill 1, max 7, MEMORY",
    "low 0|high 0|max 9|oom 0|oom_kill 0, max 0, ",
    "'', '', "
  })
  void whatTheKernelCountsTellsWhatWasRefused(
      String memory, String pids, ControlGroup.@Nullable Refusal refusal) throws Exception {
    assertThat(group(memory.replace('|', '\n') + "\n", pids + "\n").refusal()).isEqualTo(refusal);
  }

  @Test
  void thePeakIsTheKernelsOrElseTheLimit() throws Exception {
    ControlGroup group = group("", "");
    assertThat(group.peakBytes()).isEqualTo((64L << 20) + ControlGroup.CAGE_BYTES);
    Files.writeString(file("memory.peak"), "123456\n");
    assertThat(group.peakBytes()).isEqualTo(123_456);
  }

  @Test
  void aProcessEntersTheGroupAndThenBecomesTheProgram() throws Exception {
    List<String> program = List.of("/bin/sh", "-c", "echo $$ \"$@\"", "sh", "a b", "*");
    String said = output(group("", "").command(program));
    assertThat(said).isEqualTo(Files.readString(file("cgroup.procs")).strip() + " a b *\n");
  }

  @Test
  void aProcessThatCannotEnterRunsWithoutAWord() throws Exception {
    ControlGroup group = group("", "");
    Files.createDirectory(file("cgroup.procs"));
    assertThat(output(group.command(List.of("/bin/sh", "-c", "echo here")))).isEqualTo("here\n");
  }

  private static String output(List<String> command) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "this system has no shell");
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return said;
  }

  @Test
  void inTheEndAllThatIsInItIsKilled() throws Exception {
    ControlGroup group = group("", "");
    Files.writeString(file("cgroup.kill"), "");
    Files.writeString(file("cgroup.events"), "populated 0\nfrozen 0\n");
    group.end();
    assertThat(file("cgroup.kill")).hasContent("1");
  }

  @Test
  void oneThatIsGoneNeedsNoEnd() throws Exception {
    ControlGroup group = group("oom 1\noom_kill 1\n", "");
    for (Path path : List.of(file("memory.events"), file("pids.events"))) {
      Files.delete(path);
    }
    assertThat(group.refusal()).isNull();
    group.end();
  }
}
