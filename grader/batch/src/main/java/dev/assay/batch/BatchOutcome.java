package dev.assay.batch;

import dev.assay.report.Entries;
import dev.assay.report.GradeReport;
import java.time.Duration;
import java.util.List;

/**
 * What a batch came to.
 *
 * @param reports the outline of the result of each answer, in the order of the submissions
 * @param entries what became of everything that was handed in
 * @param elapsed time on the wall
 */
public record BatchOutcome(List<GradeReport> reports, Entries entries, Duration elapsed) {
  public BatchOutcome {
    reports = List.copyOf(reports);
  }
}
