package dev.assay.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What one library trains with; a main class hands it to {@link #main}. */
@FunctionalInterface
public interface Program {
  /** Trains as the job says and times it. */
  Trained train(Job job) throws Exception;

  /**
   * Reads the job from the file that is the only argument, runs it, and prints the outcome.
   *
   * <p>Ends the process: some libraries leave threads behind.
   */
  static void main(String[] args, Program program) {
    try {
      Job job = Job.of(Files.readString(Path.of(args[0])));
      Trained trained = program.train(job);
      Outcome outcome =
          new Outcome(
              trained.version(),
              trained.seconds(),
              trained.loss(),
              trained.accuracy(),
              residentBytes(Path.of("/proc/self/status")));
      new PrintStream(System.out, true, StandardCharsets.UTF_8).println("\n" + outcome.toJson());
      System.exit(0);
    } catch (Exception | LinkageError e) {
      e.printStackTrace();
      System.err.println(e);
      System.exit(1);
    }
  }

  /** The high-water mark of resident memory that Linux keeps; 0 elsewhere. */
  private static long residentBytes(Path status) throws IOException {
    if (!Files.exists(status)) {
      return 0;
    }
    List<String> lines = Files.readAllLines(status);
    return lines.stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("[^0-9]", "")))
        .findFirst()
        .orElse(0);
  }
}
