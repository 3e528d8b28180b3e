package dev.assay.report.gradebook.policy;

import dev.assay.report.checks.Components;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * When work is due, and what lateness costs.
 *
 * @param zone in which dates without one are; null where none is set
 * @param due when all problems are due that have no date of their own; null for never
 * @param late what lateness costs
 * @param extensions later dates for single students
 */
public record Deadlines(
    @Nullable ZoneId zone,
    @Nullable ZonedDateTime due,
    LatePolicy late,
    List<Extension> extensions) {
  /** Nothing is ever late. */
  public static final Deadlines NONE = new Deadlines(null, null, LatePolicy.NONE, List.of());

  public Deadlines {
    Components.present("late", late);
    extensions = Components.list("extensions", extensions);
  }

  /**
   * When a problem is due.
   *
   * @param isMeant tells whether an extension's student is the one in question
   * @return null for never
   */
  public @Nullable ZonedDateTime due(ProblemSettings problem, Predicate<String> isMeant) {
    ZonedDateTime usual = problem.due() == null ? due : problem.due();
    if (usual == null) {
      return null;
    }
    ZonedDateTime latest = usual;
    for (Extension extension : extensions) {
      boolean fits = extension.problem() == null || extension.problem().equals(problem.id());
      if (fits && extension.until().isAfter(latest) && isMeant.test(extension.student())) {
        latest = extension.until();
      }
    }
    return latest;
  }
}
