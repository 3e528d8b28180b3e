package dev.assay.batch;

import dev.assay.problems.Problem;
import dev.assay.run.grading.Assignment;
import java.util.List;

/**
 * The problems of a batch.
 *
 * @param assignments the data of each
 * @param problems to grade; all have an assignment
 * @param named whether they were named: then a submission must answer them all, else those that it
 *     does are graded
 */
public record Selection(Assignments assignments, List<Problem> problems, boolean named) {
  /**
   * Checks that there is data for each problem.
   *
   * @throws IllegalArgumentException when a problem has no data of the chosen variant
   */
  public Selection {
    problems = List.copyOf(problems);
    for (Problem problem : problems) {
      if (assignments.of(problem).isEmpty()) {
        throw new IllegalArgumentException(
            "problems must have the data variant %s. Received: %s"
                .formatted(assignments.data(), problem.id()));
      }
    }
  }

  /** The ids of the problems. */
  public List<String> ids() {
    return problems.stream().map(Problem::id).toList();
  }

  /**
   * Selects what to grade of a submission.
   *
   * @param answered the ids of the problems that it answers
   */
  public List<Assignment> wanted(List<String> answered) {
    return problems.stream()
        .filter(problem -> named || answered.contains(problem.id()))
        .map(this::assignment)
        .toList();
  }

  /** The data, pass rule and limits that one of the problems is graded with. */
  public Assignment assignment(Problem problem) {
    return assignments.of(problem).orElseThrow();
  }
}
