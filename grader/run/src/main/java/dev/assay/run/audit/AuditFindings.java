package dev.assay.run.audit;

import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import dev.assay.findings.Severity;
import dev.assay.report.model.Audit;
import dev.assay.report.score.Metric;

/** The findings of an audit. */
public final class AuditFindings {
  private AuditFindings() {}

  /**
   * An answer whose built-in numbers are large and that passes with few labels: the numbers are its
   * answers.
   */
  public static Finding violation(Audit audit, Metric metric) {
    return finding(audit, metric, true);
  }

  /** The same of an answer without large built-in numbers: for the instructor, no verdict. */
  public static Finding note(Audit audit, Metric metric) {
    return finding(audit, metric, false).as(Severity.INFO);
  }

  private static Finding finding(Audit audit, Metric metric, boolean built) {
    return Finding.of(
        FindingCode.PASSES_WITH_FEW_LABELS,
        "built",
        built,
        "examples",
        audit.examples().size(),
        "metric",
        metric.name(),
        "score",
        audit.score(),
        "threshold",
        metric.threshold());
  }
}
