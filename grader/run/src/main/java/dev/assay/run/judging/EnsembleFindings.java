package dev.assay.run.judging;

import static dev.assay.run.judging.Losses.shown;
import static dev.assay.run.judging.Losses.value;

import dev.assay.report.Finding;
import dev.assay.report.Severity;
import dev.assay.run.record.TrainingHistory;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;

/** Findings about an ensemble as a whole. */
final class EnsembleFindings {
  private EnsembleFindings() {}

  /**
   * Compares the ensemble with its members; a member's loss includes penalties, the ensemble's does
   * not.
   */
  static Finding comparison(double loss, List<TrainingHistory> members) {
    DoubleSummaryStatistics losses =
        members.stream()
            .mapToDouble(run -> value(run.best().orElseThrow(), "val_loss"))
            .summaryStatistics();
    return new Finding(
        "ENSEMBLE",
        Severity.INFO,
        String.format(
            Locale.ROOT,
            "The ensemble's validation loss is %s; its %d members have %s to %s by themselves.",
            shown(loss),
            members.size(),
            shown(losses.getMin()),
            shown(losses.getMax())),
        loss < losses.getMin()
            ? "An ensemble is better the more differently its members err."
            : "An ensemble gains where its members err differently: make them less alike, or drop"
                + " the weak ones.");
  }

  /** Combines the findings that most members of an ensemble share. */
  static Finding shared(List<Finding> same, int members) {
    Finding first = same.get(0);
    return new Finding(
        first.code(),
        first.severity(),
        String.format(
            Locale.ROOT,
            "%d of %d members show the same. The first: %s",
            same.size(),
            members,
            first.message()),
        first.advice());
  }
}
