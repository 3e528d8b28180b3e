package dev.assay.cli.problems;

import dev.assay.batch.Assignments;
import dev.assay.batch.RequiredData;
import dev.assay.cli.terminal.WrongCommand;
import dev.assay.datasets.DataStore;
import dev.assay.findings.Sentence;
import dev.assay.findings.TerminalCode;
import dev.assay.problems.Problem;
import dev.assay.problems.Problems;
import java.util.List;
import java.util.stream.Stream;
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
      throw WrongCommand.of(
          command,
          TerminalCode.UNKNOWN_VARIANT,
          "variant",
          data,
          "names",
          Stream.concat(Stream.of(Assignments.AUTO), known.stream()).toList());
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
      throw WrongCommand.of(
          command, TerminalCode.VARIANT_NOT_LISTED, "problem", id, "variant", assignments.data());
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
                WrongCommand.of(
                    command,
                    TerminalCode.PROBLEM_NOT_AVAILABLE,
                    "problem",
                    id,
                    "names",
                    List.copyOf(problems.ids())));
  }

  /** The exception for data that is missing: a line for each set. */
  public ParameterException lacking(List<RequiredData.Missing> missing) {
    List<Sentence> sets =
        missing.stream()
            .map(
                set ->
                    Sentence.of(
                        TerminalCode.DATA_MISSING_SET,
                        "data",
                        set.entry().key(),
                        "reason",
                        set.reason()))
            .toList();
    return WrongCommand.of(command, TerminalCode.DATA_MISSING, "sets", sets);
  }
}
