package dev.assay.run.inspection;

import dev.assay.findings.Finding;
import dev.assay.findings.FindingCode;
import java.util.ArrayList;
import java.util.List;

/** Collects what an inspection finds, each thing once: an ensemble's members are much alike. */
final class Findings {
  private final List<Finding> findings = new ArrayList<>();

  /** Adds a finding of its code's usual severity, unless it is there. */
  void add(FindingCode code, Object... arguments) {
    add(Finding.of(code, arguments));
  }

  /** Adds a finding, unless it is there. */
  void add(Finding finding) {
    if (!findings.contains(finding)) {
      findings.add(finding);
    }
  }

  /** The findings in order; an error among them ends the grading. */
  List<Finding> all() {
    return List.copyOf(findings);
  }
}
