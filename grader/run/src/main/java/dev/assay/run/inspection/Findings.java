package dev.assay.run.inspection;

import dev.assay.report.Finding;
import dev.assay.report.Severity;
import java.util.ArrayList;
import java.util.List;

/** Collects what an inspection finds, each thing once: an ensemble's members are much alike. */
final class Findings {
  /** The longest message: it may quote what a candidate has written. */
  private static final int MAX_TEXT = 2000;

  private final List<Finding> findings = new ArrayList<>();

  void error(String code, String message, String advice) {
    add(new Finding(code, Severity.ERROR, cut(message), advice));
  }

  void warn(String code, String message, String advice) {
    add(new Finding(code, Severity.WARNING, cut(message), advice));
  }

  private static String cut(String message) {
    return message.length() <= MAX_TEXT ? message : message.substring(0, MAX_TEXT) + " ...";
  }

  private void add(Finding finding) {
    if (!findings.contains(finding)) {
      findings.add(finding);
    }
  }

  /** The findings in order; an error among them ends the grading. */
  List<Finding> all() {
    return List.copyOf(findings);
  }
}
