package dev.assay.exam.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Tells the time of an exam. */
@FunctionalInterface
public interface ExamClock {
  /** Returns the moment of the call. */
  ExamTime now();

  /**
   * The machine's clocks: the system's time, and where Linux tells it the time since the machine
   * was started.
   */
  static ExamClock system() {
    return of(Clock.systemUTC(), Path.of("/proc"));
  }

  /**
   * A clock.
   *
   * @param proc the folder where Linux tells the uptime and the id of the start
   */
  static ExamClock of(Clock wall, Path proc) {
    return () -> {
      Instant now = wall.instant().truncatedTo(ChronoUnit.MILLIS);
      try {
        String boot = line(proc.resolve("sys/kernel/random/boot_id"));
        double seconds = Double.parseDouble(line(proc.resolve("uptime")).split(" ", -1)[0]);
        return new ExamTime(now, boot, Duration.ofMillis((long) (seconds * 1000)));
      } catch (IOException | NumberFormatException e) {
        return ExamTime.of(now);
      }
    };
  }

  private static String line(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.US_ASCII).strip();
  }
}
