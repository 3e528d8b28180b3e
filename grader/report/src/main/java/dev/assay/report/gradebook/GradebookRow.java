package dev.assay.report.gradebook;

import dev.assay.report.checks.Components;
import java.util.List;

/**
 * A student's grades.
 *
 * @param student whose
 * @param submissions the ids of what the student handed in, oldest first; empty for nothing
 * @param grades one for each problem of the gradebook, in its order
 */
public record GradebookRow(Student student, List<String> submissions, List<ProblemGrade> grades) {
  public GradebookRow {
    Components.present("student", student);
    submissions = Components.list("submissions", submissions);
    grades = Components.list("grades", grades);
  }
}
