package dev.assay.report.gradebook.changes;

import dev.assay.report.GradeReport;
import dev.assay.report.checks.Components;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One scoring of kept predictions.
 *
 * @param at when
 * @param by who
 * @param reason why
 * @param settings the file with the settings as they were; null where they are the same
 * @param hidden the corrected hidden set; null where there was none
 * @param changes the results that it changed
 */
public record ScoringEntry(
    Instant at,
    String by,
    String reason,
    @Nullable String settings,
    @Nullable String hidden,
    List<Change> changes) {
  public ScoringEntry {
    Components.present("at", at);
    Components.text("by", by);
    Components.text("reason", reason);
    Components.textOrNull("settings", settings);
    Components.textOrNull("hidden", hidden);
    changes = Components.list("changes", changes);
  }

  /**
   * A result that changed.
   *
   * @param before the result as it was
   * @param after the result as it is
   * @param kept the name of the file that holds the earlier one
   */
  public record Change(GradeReport before, GradeReport after, String kept) {}
}
