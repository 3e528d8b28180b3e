package dev.assay.exam.ledger;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A file system of a few kilobytes in memory, mounted while a test runs. */
final class SmallDisk implements AutoCloseable {
  private static final int WAIT_SECONDS = 20;

  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /**
   * Mounts it. Where that is not possible the test is skipped, and fails in a build server's build.
   */
  static SmallDisk mount(Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    if (!run("mount", "-t", "tmpfs", "-o", "size=64k,mode=777", "tmpfs", folder.toString())) {
      String reason = "no small disk to fill: it needs root, or sudo without a password";
      if (System.getenv("CI") != null) {
        fail(reason);
      }
      Assumptions.abort(reason);
    }
    return new SmallDisk(folder);
  }

  /** Fills it up to the last byte, and returns the file that does. */
  Path fill() throws IOException {
    Path file = folder.resolve("filling");
    try (var out = Files.newOutputStream(file)) {
      byte[] block = new byte[1024];
      for (int i = 0; i < 1000; i++) {
        out.write(block);
      }
    } catch (IOException full) {
      return file;
    }
    throw new IOException("it did not fill");
  }

  private static boolean run(String... command) throws InterruptedException {
    boolean root = "root".equals(System.getProperty("user.name"));
    List<String> line = new ArrayList<>(root ? List.of() : List.of("sudo", "-n"));
    line.addAll(List.of(command));
    try {
      Process process =
          new ProcessBuilder(line)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(WAIT_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      run("umount", folder.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
