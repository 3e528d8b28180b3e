package dev.assay.diagnosis.rules;

import dev.assay.diagnosis.facts.Observations;
import dev.assay.findings.Finding;
import java.util.List;

/** Looks for one kind of mistake. */
@FunctionalInterface
public interface Rule {
  /** Returns what it finds, most often nothing. */
  List<Finding> find(Observations observed);
}
