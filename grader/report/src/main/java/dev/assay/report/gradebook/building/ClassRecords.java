package dev.assay.report.gradebook.building;

import dev.assay.report.checks.Components;
import dev.assay.report.gradebook.policy.ClassSettings;
import dev.assay.report.gradebook.roster.Roster;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that grades are made from.
 *
 * @param title the class's name where the settings have none
 * @param work all submissions, each id once
 * @param roster who is in the class
 * @param settings how results become grades
 * @param overrides points given by hand
 * @param pseudonyms the names that are shown; null for the students' own
 */
public record ClassRecords(
    String title,
    List<HandedInWork> work,
    Roster roster,
    ClassSettings settings,
    OverrideLog overrides,
    @Nullable Pseudonyms pseudonyms) {
  public ClassRecords {
    Components.text("title", title);
    work = Components.list("work", work);
    Components.present("roster", roster);
    Components.present("settings", settings);
    Components.present("overrides", overrides);
  }
}
