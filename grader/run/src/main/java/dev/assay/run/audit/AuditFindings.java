package dev.assay.run.audit;

import dev.assay.report.Audit;
import dev.assay.report.Finding;
import dev.assay.report.Metric;
import dev.assay.report.Severity;
import java.util.Locale;

/** The findings of an audit. */
public final class AuditFindings {
  /** The code of an answer that passes with few labels. */
  public static final String CODE = "PASSES_WITH_FEW_LABELS";

  private AuditFindings() {}

  /**
   * An answer whose built-in numbers are large and that passes with few labels: the numbers are its
   * answers.
   */
  public static Finding violation(Audit audit, Metric metric) {
    return new Finding(
        CODE,
        Severity.ERROR,
        "The model did not learn its answers from the training set: " + passed(audit, metric),
        "Remove the constants and initial values that hold the answers, and let trained weights decide.");
  }

  /** The same of an answer without large built-in numbers: for the instructor, no verdict. */
  public static Finding note(Audit audit, Metric metric) {
    return new Finding(
        CODE,
        Severity.INFO,
        "A note for the instructor: " + passed(audit, metric),
        "Read the sources: a few numbers can be a rule for a small public data set. Grade on a sealed hidden set to be sure.");
  }

  private static String passed(Audit audit, Metric metric) {
    return String.format(
        Locale.ROOT,
        "trained with the labels of %d examples only, all others weighing 0, it still passes (%s %.4f, and %s passes).",
        audit.examples().size(),
        metric.name(),
        audit.score(),
        metric.threshold());
  }
}
