package dev.assay.report.gradebook.building;

import dev.assay.report.GradeReport;
import dev.assay.report.checks.Components;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A submission and what was found out about it.
 *
 * @param submission its id
 * @param entries whole names of the files and folders that belong to it
 * @param handedIn when; null where that is not known
 * @param reports a result for each problem; empty while it waits
 * @param waiting whether more results are to come: each problem without one may get one
 */
public record HandedInWork(
    String submission,
    List<String> entries,
    @Nullable Instant handedIn,
    List<GradeReport> reports,
    boolean waiting) {
  public HandedInWork {
    Components.text("submission", submission);
    entries = Components.list("entries", entries);
    reports = Components.list("reports", reports);
  }

  /** What it may be called in a list of students, its id first. */
  List<String> names() {
    List<String> names = new ArrayList<>(List.of(submission));
    for (String entry : entries) {
      names.add(entry);
      int dot = entry.lastIndexOf('.');
      if (dot > 0) {
        names.add(entry.substring(0, dot));
      }
    }
    return names;
  }
}
