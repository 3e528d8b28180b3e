package dev.assay.report.gradebook.policy;

import dev.assay.report.checks.Components;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Set;

/**
 * What lateness costs.
 *
 * <p>A late day begins at the time of day at which the work was due and ends at the same time on
 * the next day, on the clocks of the due date's zone. Each that has begun costs, unless its middle
 * falls on an excused day. After the grace minutes it counts from the due date, not from their end.
 *
 * @param graceMinutes how long after the due date nothing is late, at least 0
 * @param percentPerDay what a late day takes off the points reached, in per cent, in [0, 100]
 * @param capPercent the most that lateness takes off, in [0, 100]
 * @param excusedDays dates on which no late day counts
 */
public record LatePolicy(
    int graceMinutes, double percentPerDay, double capPercent, Set<LocalDate> excusedDays) {
  /** Lateness costs nothing. */
  public static final LatePolicy NONE = new LatePolicy(0, 0, 100, Set.of());

  /** Far more than any cap needs, so that a file of the year 1980 takes no time. */
  private static final long MOST_DAYS = 36_600;

  /**
   * Checks and copies the components.
   *
   * @throws IllegalArgumentException if a number is out of range
   */
  public LatePolicy {
    Components.atLeast("graceMinutes", 0, graceMinutes);
    percent("percentPerDay", percentPerDay);
    percent("capPercent", capPercent);
    excusedDays = Set.copyOf(Components.present("excusedDays", excusedDays));
  }

  private static void percent(String name, double value) {
    if (!(value >= 0 && value <= 100)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%s must be in [0, 100]. Received: %s", name, value));
    }
  }

  /** Whether work is late: handed in after the due date and the grace minutes. */
  public boolean isLate(Instant handedIn, ZonedDateTime due) {
    return handedIn.isAfter(due.toInstant().plus(Duration.ofMinutes(graceMinutes)));
  }

  /** The late days that count; 0 for work that is not late. */
  public long daysLate(Instant handedIn, ZonedDateTime due) {
    if (!isLate(handedIn, due)) {
      return 0;
    }
    long begun = begun(handedIn, due);
    return begun - (excusedDays.isEmpty() ? 0 : excused(begun, due));
  }

  /** The number of late days that have begun, at least 1. */
  private static long begun(Instant handedIn, ZonedDateTime due) {
    ZonedDateTime at = handedIn.atZone(due.getZone());
    long days = Math.max(0, Math.min(MOST_DAYS, ChronoUnit.DAYS.between(due, at)));
    // Where clocks are changed, the difference may be one off.
    while (days > 0 && !due.plusDays(days - 1).toInstant().isBefore(handedIn)) {
      days--;
    }
    while (days < MOST_DAYS && due.plusDays(days).toInstant().isBefore(handedIn)) {
      days++;
    }
    return Math.max(1, days);
  }

  private long excused(long begun, ZonedDateTime due) {
    LocalDate first = due.toLocalDateTime().plusHours(12).toLocalDate();
    LocalDate last = first.plusDays(begun - 1);
    return excusedDays.stream().filter(day -> !day.isBefore(first) && !day.isAfter(last)).count();
  }

  /** What is taken off the points reached, in per cent. */
  public double percentOff(Instant handedIn, ZonedDateTime due) {
    return Math.min(capPercent, percentPerDay * daysLate(handedIn, due));
  }
}
