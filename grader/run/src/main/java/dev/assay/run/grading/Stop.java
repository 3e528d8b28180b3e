package dev.assay.run.grading;

import dev.assay.findings.Finding;
import dev.assay.findings.Sentence;
import dev.assay.findings.Severity;
import dev.assay.report.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * A verdict that ends a grading before its score is judged.
 *
 * @param verdict neither PASSED nor FAILED
 * @param reasons the verdict in sentences that a student understands; at least one
 * @param findings what led to it, the most important first; may be empty
 */
public record Stop(Verdict verdict, List<Sentence> reasons, List<Finding> findings) {
  public Stop {
    reasons = List.copyOf(reasons);
    findings = List.copyOf(findings);
  }

  public Stop(Verdict verdict, Sentence... reasons) {
    this(verdict, List.of(reasons), List.of());
  }

  /** The reasons in English, one after the other. */
  public String message() {
    return Sentence.text(reasons);
  }

  /**
   * The same verdict with its likeliest cause, the first warning, in place of general advice.
   *
   * @param found the most important first; where no warning is among them the advice stays
   */
  public Stop putDownTo(List<Finding> found) {
    return found.stream()
        .filter(finding -> finding.severity() == Severity.WARNING)
        .findFirst()
        .map(cause -> new Stop(verdict, List.of(reasons.get(0), Sentence.of(cause)), findings))
        .orElse(this);
  }

  /** The contract violation that the first error among the findings is, if there is one. */
  public static Optional<Stop> ofErrors(List<Finding> findings) {
    return findings.stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .findFirst()
        .map(error -> new Stop(Verdict.CONTRACT_VIOLATION, List.of(Sentence.of(error)), findings));
  }
}
