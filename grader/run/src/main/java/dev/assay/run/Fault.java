package dev.assay.run;

import dev.assay.report.Finding;
import dev.assay.report.Verdict;
import java.util.List;

/** Ends a grading early with a verdict. */
final class Fault extends Exception {
  private static final long serialVersionUID = 1;

  /** Of a message: it may quote what a candidate has written. */
  private static final int MAX_TEXT = 8000;

  private final Verdict verdict;
  private final transient List<Finding> findings;

  Fault(Verdict verdict, String message, List<Finding> findings) {
    super(message.length() <= MAX_TEXT ? message : message.substring(0, MAX_TEXT) + " ...");
    this.verdict = verdict;
    this.findings = List.copyOf(findings);
  }

  Fault(Verdict verdict, String message) {
    this(verdict, message, List.of());
  }

  Verdict verdict() {
    return verdict;
  }

  List<Finding> findings() {
    return findings;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
