package dev.assay.run.judging;

import static dev.assay.run.judging.Losses.value;

import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.run.record.TrainingHistory;
import java.util.DoubleSummaryStatistics;
import java.util.List;

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
    return Finding.of(
        FindingCode.ENSEMBLE,
        "loss",
        loss,
        "members",
        members.size(),
        "least",
        losses.getMin(),
        "most",
        losses.getMax(),
        "gains",
        loss < losses.getMin());
  }
}
