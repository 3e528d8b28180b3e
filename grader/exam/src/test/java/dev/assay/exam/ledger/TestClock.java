package dev.assay.exam.ledger;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A clock that a test sets. */
public final class TestClock implements ExamClock {
  private Instant wall = Instant.parse("2026-05-04T09:00:00Z");
  private @Nullable String boot = "one";
  private Duration uptime = Duration.ofHours(5);

  @Override
  public ExamTime now() {
    return new ExamTime(wall, boot, uptime);
  }

  /** Time passes. */
  public void pass(Duration time) {
    wall = wall.plus(time);
    uptime = uptime.plus(time);
  }

  /** Somebody sets the system's time. */
  public void set(Duration difference) {
    wall = wall.plus(difference);
  }

  /** The machine is started again. */
  public void reboot() {
    boot = boot + "+";
    uptime = Duration.ofMinutes(1);
  }

  /** The machine is one without a clock that nobody can set. */
  public void withoutUptime() {
    boot = null;
    uptime = Duration.ZERO;
  }
}
