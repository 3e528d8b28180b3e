package dev.assay.report.gradebook.building;

import dev.assay.findings.Sentence;
import dev.assay.report.checks.Components;
import dev.assay.report.gradebook.Gradebook;
import java.util.List;

/**
 * A gradebook, and what a person should know about how it came about.
 *
 * @param gradebook the grades
 * @param notes rows, submissions and settings that were not used, a sentence each
 */
public record ClassGrades(Gradebook gradebook, List<Sentence> notes) {
  public ClassGrades {
    Components.present("gradebook", gradebook);
    notes = Components.list("notes", notes);
  }
}
