package dev.assay.cli.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.run.isolation.Isolation;
import dev.assay.run.isolation.Sandboxes;
import dev.assay.run.processes.Installation;
import dev.assay.run.processes.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingMarkTest {
  @TempDir private Path folder;
  private Path file = Path.of("");

  @SuppressWarnings("NullAway.Init")
  private Workers workers;

  /** Workers for which nothing was recorded since their class path was built. */
  @BeforeEach
  void build() throws IOException {
    file = folder.resolve("recorded");
    Path jar = Files.writeString(folder.resolve("a.jar"), "");
    Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(1000)));
    workers =
        new Workers(
            new Installation(folder, folder, List.of(jar), folder),
            Sandboxes.plain("as the test wants it").sandbox(),
            Isolation.Level.NONE);
  }

  @Test
  void whatWasRecordedForAnotherSandboxOrJavaIsRecordedAnew() throws IOException {
    Files.writeString(file, "bubblewrap-17.0.1+2\n");
    new RecordingMark(file).checkAgainst(workers);
    assertThat(file).doesNotExist();
  }

  @Test
  void whatCouldNotBeRecordedIsNotTriedAgain() throws IOException {
    new RecordingMark(file).write(workers);
    new RecordingMark(file).checkAgainst(workers);
    assertThat(file).hasContent(workers.recordedFor());
    Files.writeString(file, "failed\n");
    new RecordingMark(file).checkAgainst(workers);
    assertThat(file).hasContent("failed");
  }

  @Test
  void withoutTheLauncherThereIsNoMark() throws IOException {
    RecordingMark none = new RecordingMark(null);
    none.write(workers);
    none.checkAgainst(workers);
    assertThat(RecordingMark.ofLauncher()).isEqualTo(none);
    assertThat(file).doesNotExist();
  }
}
