package dev.assay.cli.problems;

import dev.assay.batch.Assignments;
import dev.assay.batch.RequiredData;
import dev.assay.datasets.DataStore;
import dev.assay.problems.Problem;
import dev.assay.problems.Problems;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * Chooses problems and data by the names that a user gave.
 *
 * @param command for messages
 * @param problems all there are
 */
public record ProblemChoice(CommandLine command, Problems problems) {
  /**
   * The data of each problem.
   *
   * @param data a variant's name, or {@link Assignments#AUTO}
   * @throws ParameterException when no problem has such a variant
   */
  public Assignments assignments(DataStore store, String data) {
    List<String> known = Assignments.variantNames(problems);
    if (!data.equals(Assignments.AUTO) && !known.contains(data)) {
      throw new ParameterException(
          command,
          "--data: unknown variant %s. Available: auto, %s."
              .formatted(data, String.join(", ", known)));
    }
    return new Assignments(problems, store, data);
  }

  /**
   * Problems by their ids; none means all that have the variant.
   *
   * @throws ParameterException when there is no such problem, or it has no such variant
   */
  public List<Problem> choose(Assignments assignments, List<String> ids) {
    return ids.isEmpty()
        ? assignments.available()
        : ids.stream().distinct().map(id -> choose(assignments, id)).toList();
  }

  private Problem choose(Assignments assignments, String id) {
    Problem problem = problem(id);
    if (assignments.of(problem).isEmpty()) {
      throw new ParameterException(
          command,
          "%s has no data variant %s; see `assay list`.".formatted(id, assignments.data()));
    }
    return problem;
  }

  /**
   * The problem with an id.
   *
   * @throws ParameterException naming all there are, when there is no such problem
   */
  public Problem problem(String id) {
    return problems
        .find(id)
        .orElseThrow(
            () ->
                new ParameterException(
                    command,
                    "Unknown problem: %s. Available: %s."
                        .formatted(id, String.join(", ", problems.ids()))));
  }

  /** The exception for data that is missing: a line for each set. */
  public ParameterException lacking(List<RequiredData.Missing> missing) {
    return new ParameterException(
        command,
        missing.stream()
            .map(set -> set.entry().key() + ": " + set.reason())
            .collect(Collectors.joining("\n")));
  }
}
