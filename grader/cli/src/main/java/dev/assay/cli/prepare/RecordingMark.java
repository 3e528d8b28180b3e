package dev.assay.cli.prepare;

import dev.assay.run.processes.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The launcher's note that classes of child processes were recorded, so that they start faster: a
 * file that names the kind of sandbox and the Java version. While the file exists, the launcher
 * does not record again.
 *
 * @param file the system property {@code assay.recorded}; null without the launcher
 */
public record RecordingMark(@Nullable Path file) {
  /** The mark that the launcher writes after a recording failed, as it would fail again. */
  private static final String FAILED = "failed";

  public static RecordingMark ofLauncher() {
    String file = System.getProperty("assay.recorded", "");
    return new RecordingMark(file.isEmpty() ? null : Path.of(file));
  }

  /** Notes that the classes of these workers were recorded, or cannot be. */
  void write(Workers workers) throws IOException {
    if (file != null) {
      Files.writeString(file, workers.recordedFor() + "\n");
    }
  }

  /**
   * Removes the note where nothing recorded fits these workers, and recording was not tried for
   * them: the launcher records at its next start. It knows only which programs are installed, not
   * which sandbox works.
   */
  public void checkAgainst(Workers workers) throws IOException {
    if (file != null && Files.isWritable(file) && !workers.areRecorded()) {
      String noted = Files.readString(file).strip();
      if (!noted.equals(workers.recordedFor()) && !noted.equals(FAILED)) {
        Files.delete(file);
      }
    }
  }
}
