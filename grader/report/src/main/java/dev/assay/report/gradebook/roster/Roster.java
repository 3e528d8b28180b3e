package dev.assay.report.gradebook.roster;

import dev.assay.findings.Sentence;
import dev.assay.report.checks.Components;
import dev.assay.report.gradebook.Student;
import java.util.List;

/**
 * The students of a class.
 *
 * @param students in the order of the table, each with an id that no other has
 * @param notes a sentence for each row that names no student, with its line
 */
public record Roster(List<Student> students, List<Sentence> notes) {
  /** The roster of a class of which nobody is known beforehand. */
  public static final Roster NONE = new Roster(List.of(), List.of());

  public Roster {
    students = Components.list("students", students);
    notes = Components.list("notes", notes);
  }
}
