package dev.assay.run.grading;

import dev.assay.report.Finding;
import dev.assay.report.Severity;
import dev.assay.report.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * A verdict that ends a grading before its score is judged.
 *
 * @param verdict neither PASSED nor FAILED
 * @param message what a student reads; it may quote the answer, and is cut where it is long
 * @param findings the reasons, the most important first; may be empty
 */
public record Stop(Verdict verdict, String message, List<Finding> findings) {
  private static final int MAX_TEXT = 8000;

  public Stop {
    message = cut(message);
    findings = List.copyOf(findings);
  }

  public Stop(Verdict verdict, String message) {
    this(verdict, message, List.of());
  }

  /** A message for a result, bounded: it may quote what a candidate has written. */
  public static String cut(String message) {
    return message.length() <= MAX_TEXT ? message : message.substring(0, MAX_TEXT) + " ...";
  }

  /** The contract violation that the first error among the findings is, if there is one. */
  public static Optional<Stop> ofErrors(List<Finding> findings) {
    return findings.stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .findFirst()
        .map(error -> error.message() + " " + error.advice())
        .map(message -> new Stop(Verdict.CONTRACT_VIOLATION, message, findings));
  }
}
