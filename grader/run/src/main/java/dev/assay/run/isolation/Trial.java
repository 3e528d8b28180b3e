package dev.assay.run.isolation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A command that is run to see whether it works. */
final class Trial {
  private static final int MAX_OUTPUT = 2000;

  private Trial() {}

  /**
   * Runs it.
   *
   * @throws IOException with what it says, when it does not end with exit code 0
   */
  static void run(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      process.getOutputStream().close();
      byte[] said = process.getInputStream().readNBytes(MAX_OUTPUT);
      if (process.waitFor() != 0) {
        throw new IOException(new String(said, StandardCharsets.UTF_8).strip());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      process.destroyForcibly();
    }
  }
}
