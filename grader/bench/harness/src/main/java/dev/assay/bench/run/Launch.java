package dev.assay.bench.run;

import dev.assay.bench.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs one program to its end. */
final class Launch {
  private final Path folder;
  private final Duration limit;

  /**
   * A way to run programs.
   *
   * @param folder takes what they print
   * @param limit a program that takes longer is ended
   */
  Launch(Path folder, Duration limit) {
    this.folder = folder;
    this.limit = limit;
  }

  /**
   * Runs a program.
   *
   * @throws IOException saying in one line why there is no outcome
   */
  Outcome run(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().put("TF_CPP_MIN_LOG_LEVEL", "3");
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
        throw new IOException(
            String.format(Locale.ROOT, "it took more than %d s", limit.toSeconds()));
      }
    } finally {
      process.destroyForcibly();
    }
    if (process.exitValue() != 0) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "exit code %d: %s",
              process.exitValue(),
              lastLine(Files.readString(err))));
    }
    return outcome(out);
  }

  private static Outcome outcome(Path out) throws IOException {
    try {
      return Outcome.in(Files.readAllLines(out));
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static String lastLine(String text) {
    return text.strip().lines().reduce("", (previous, line) -> line).strip();
  }
}
