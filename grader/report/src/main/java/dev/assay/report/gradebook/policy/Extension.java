package dev.assay.report.gradebook.policy;

import dev.assay.report.checks.Components;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A later due date for one student.
 *
 * @param student an id, login, email address, SIS id or name
 * @param problem the only problem that it is for; null for all
 * @param until when work is due; a due date that is later than this stays
 */
public record Extension(String student, @Nullable String problem, ZonedDateTime until) {
  public Extension {
    Components.text("extension.student", student);
    Components.textOrNull("extension.problem", problem);
    Components.present("extension.until", until);
  }
}
