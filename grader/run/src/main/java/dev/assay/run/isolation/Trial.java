package dev.assay.run.isolation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A command that is run to see whether it works. */
final class Trial {
  private static final int MAX_OUTPUT = 2000;

  /** A thousand times what it takes; what hangs would keep the grader waiting forever. */
  private static final int LIMIT_SECONDS = 60;

  private Trial() {}

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  /**
   * Runs it.
   *
   * @throws IOException with what it says, when it does not end with exit code 0, or in time
   */
  static void run(List<String> command) throws IOException {
    run(command, LIMIT_SECONDS);
  }

  static void run(List<String> command, int limitSeconds) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    AtomicBoolean ended = new AtomicBoolean();
    CompletableFuture<Void> limit =
        CompletableFuture.runAsync(
            () -> {
              ended.set(true);
              end(process);
            },
            CompletableFuture.delayedExecutor(limitSeconds, TimeUnit.SECONDS));
    try {
      process.getOutputStream().close();
      byte[] said = process.getInputStream().readNBytes(MAX_OUTPUT);
      if (process.waitFor() != 0) {
        throw new IOException(
            ended.get() ? "timeout" : new String(said, StandardCharsets.UTF_8).strip());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (IOException e) {
      // Ending a process closes what it is being read from.
      throw ended.get() ? new IOException("timeout", e) : e;
    } finally {
      limit.cancel(false);
      end(process);
    }
  }
}
