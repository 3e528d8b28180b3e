package dev.assay.batch.engines;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A cluster's command line, called with a limit on its time. */
final class Program {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private Program() {}

  /** The result of a call. */
  record Result(int code, String out, String err) {}

  /**
   * Calls a program and waits for its end.
   *
   * @throws EngineException if it is not there, or does not end in a minute
   * @throws InterruptedException if this thread is interrupted; the program is ended then
   */
  static Result call(List<String> line) throws IOException, InterruptedException {
    Path out = Files.createTempFile("assay-engine", ".out");
    Path err = Files.createTempFile("assay-engine", ".err");
    try {
      Process process = start(line, out, err);
      try {
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
          throw new EngineException(line.get(0), LIMIT.toSeconds() + " s");
        }
      } finally {
        process.destroyForcibly();
      }
      return new Result(process.exitValue(), read(out), read(err));
    } finally {
      Files.deleteIfExists(out);
      Files.deleteIfExists(err);
    }
  }

  /**
   * Calls a program that has to succeed.
   *
   * @return what it printed
   */
  static String output(List<String> line) throws IOException, InterruptedException {
    Result result = call(line);
    if (result.code() != 0) {
      throw new EngineException(line.get(0), result.err());
    }
    return result.out().strip();
  }

  private static Process start(List<String> line, Path out, Path err) throws EngineException {
    try {
      return new ProcessBuilder(line)
          .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
          .redirectOutput(out.toFile())
          .redirectError(err.toFile())
          .start();
    } catch (IOException e) {
      throw new EngineException(line.get(0), String.valueOf(e.getMessage()));
    }
  }

  private static String read(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}
