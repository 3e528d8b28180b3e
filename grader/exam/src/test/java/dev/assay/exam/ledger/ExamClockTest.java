package dev.assay.exam.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExamClockTest {
  private static final Instant NOW = Instant.parse("2026-05-04T09:00:00.123Z");

  @TempDir private Path proc;

  @Test
  void linuxTellsTheTimeSinceItsStart() throws IOException {
    Files.createDirectories(proc.resolve("sys/kernel/random"));
    Files.writeString(proc.resolve("sys/kernel/random/boot_id"), "abc\n");
    Files.writeString(proc.resolve("uptime"), "350735.47 234388.90\n");
    ExamClock clock = ExamClock.of(Clock.fixed(NOW, ZoneOffset.UTC), proc);
    assertThat(clock.now()).isEqualTo(new ExamTime(NOW, "abc", Duration.ofMillis(350_735_470)));
  }

  @Test
  void whereItIsNotToldTheSystemsTimeIsAll() throws IOException {
    ExamClock clock = ExamClock.of(Clock.fixed(NOW, ZoneOffset.UTC), proc);
    assertThat(clock.now()).isEqualTo(ExamTime.of(NOW));
    Files.createDirectories(proc.resolve("sys/kernel/random"));
    Files.writeString(proc.resolve("sys/kernel/random/boot_id"), "abc\n");
    Files.writeString(proc.resolve("uptime"), "soon\n");
    assertThat(clock.now()).isEqualTo(ExamTime.of(NOW));
  }

  @Test
  void theSystemsClockTellsTheTime() {
    assertThat(ExamClock.system().now().wall()).isAfter(Instant.parse("2026-01-01T00:00:00Z"));
  }

  @Test
  void aSmallDifferenceOfTheClocksIsNoMove() {
    ExamTime early = new ExamTime(NOW, "a", Duration.ofSeconds(10));
    ExamTime late = new ExamTime(NOW.plusSeconds(70), "a", Duration.ofSeconds(60));
    assertThat(late.since(early)).isEqualTo(Duration.ofSeconds(50));
    assertThat(late.movedSince(early)).isEqualTo(Duration.ZERO);
    ExamTime set = new ExamTime(NOW.plusSeconds(700), "a", Duration.ofSeconds(60));
    assertThat(set.movedSince(early)).isEqualTo(Duration.ofSeconds(650));
  }
}
