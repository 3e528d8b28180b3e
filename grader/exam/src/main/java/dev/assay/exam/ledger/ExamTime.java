package dev.assay.exam.ledger;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A moment, by the clock on the wall and by one that nobody can set.
 *
 * @param wall the system's time
 * @param boot names the start of the machine that the uptime counts from; null where the machine
 *     has no such clock
 * @param uptime the time since that start, suspended time included; zero where there is none
 */
public record ExamTime(Instant wall, @Nullable String boot, Duration uptime) {
  /** A difference of the clocks below this is that of two readings, or a clock that is slewed. */
  static final Duration TOLERANCE = Duration.ofSeconds(30);

  /** A moment of a machine without a clock that nobody can set. */
  public static ExamTime of(Instant wall) {
    return new ExamTime(wall, null, Duration.ZERO);
  }

  /** Whether both moments are of one start of the machine, so that their uptimes compare. */
  boolean sameBoot(ExamTime other) {
    return boot != null && boot.equals(other.boot) && uptime.compareTo(other.uptime) >= 0;
  }

  /**
   * The time since an earlier moment: by the uptime where both are of one start of the machine,
   * otherwise by the system's time.
   */
  public Duration since(ExamTime earlier) {
    return sameBoot(earlier) ? uptime.minus(earlier.uptime) : Duration.between(earlier.wall, wall);
  }

  /** How far the system's time was moved since an earlier moment; zero where that is not known. */
  public Duration movedSince(ExamTime earlier) {
    if (!sameBoot(earlier)) {
      return Duration.ZERO;
    }
    Duration moved = Duration.between(earlier.wall, wall).minus(since(earlier));
    return moved.abs().compareTo(TOLERANCE) > 0 ? moved : Duration.ZERO;
  }
}
