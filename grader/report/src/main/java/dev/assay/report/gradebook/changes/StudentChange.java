package dev.assay.report.gradebook.changes;

import dev.assay.report.checks.Components;
import dev.assay.report.gradebook.Student;
import java.util.List;

/**
 * What changed for a student.
 *
 * @param student whose grades they are
 * @param problems the grades that changed; none where only the total did
 * @param totalBefore in per cent
 * @param totalAfter in per cent
 * @param passedBefore whether the student had passed
 * @param passedAfter whether the student has
 */
public record StudentChange(
    Student student,
    List<ProblemChange> problems,
    double totalBefore,
    double totalAfter,
    boolean passedBefore,
    boolean passedAfter) {
  public StudentChange {
    Components.present("student", student);
    problems = Components.list("problems", problems);
  }
}
