package dev.assay.report.gradebook.policy;

import dev.assay.report.checks.Components;
import org.jspecify.annotations.Nullable;

/**
 * Problems that do not count.
 *
 * @param student whose, as in {@link Extension}; null for everybody
 * @param problem the only problem that is excused; null for all
 */
public record Excuse(@Nullable String student, @Nullable String problem) {
  /**
   * Checks the components.
   *
   * @throws IllegalArgumentException if it excuses everybody of everything
   */
  public Excuse {
    Components.textOrNull("excused.student", student);
    Components.textOrNull("excused.problem", problem);
    if (student == null && problem == null) {
      throw new IllegalArgumentException("excused must name a student or a problem");
    }
  }
}
