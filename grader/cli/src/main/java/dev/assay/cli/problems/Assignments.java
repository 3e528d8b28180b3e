package dev.assay.cli.problems;

import dev.assay.datasets.DataStore;
import dev.assay.problems.Problem;
import dev.assay.problems.ProblemVariant;
import dev.assay.problems.Problems;
import dev.assay.run.grading.Assignment;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Chooses problems and, for each, the data set that it is graded on. */
public final class Assignments {
  public static final String AUTO = "auto";

  public static final String EMBEDDED = "embedded";

  private static final String FULL = "full";

  private final CommandLine command;
  private final Problems problems;
  private final DataStore store;
  private final String data;

  private Assignments(CommandLine command, Problems problems, DataStore store, String data) {
    this.command = command;
    this.problems = problems;
    this.store = store;
    this.data = data;
  }

  /**
   * Prepares to choose.
   *
   * @param command for messages
   * @param data a variant's name, or {@link #AUTO}: the full data if it has been downloaded,
   *     otherwise the embedded
   * @throws ParameterException when no problem has such a variant
   */
  public static Assignments of(
      CommandLine command, Problems problems, DataStore store, String data) {
    List<String> known = variantNames(problems);
    if (!data.equals(AUTO) && !known.contains(data)) {
      throw new ParameterException(
          command,
          "--data: unknown variant %s. Available: auto, %s."
              .formatted(data, String.join(", ", known)));
    }
    return new Assignments(command, problems, store, data);
  }

  /**
   * Returns problems by their ids; none means all that have the variant.
   *
   * @throws ParameterException when there is no such problem, or it has no such variant
   */
  public List<Problem> choose(List<String> ids) {
    return ids.isEmpty() ? available() : ids.stream().distinct().map(this::choose).toList();
  }

  private Problem choose(String id) {
    Problem problem = problem(command, problems, id);
    if (of(problem).isEmpty()) {
      throw new ParameterException(
          command, "%s has no data variant %s; see `assay list`.".formatted(id, data));
    }
    return problem;
  }

  /** Returns the problem with an id, or throws an exception that names all. */
  public static Problem problem(CommandLine command, Problems problems, String id) {
    return problems
        .find(id)
        .orElseThrow(
            () ->
                new ParameterException(
                    command,
                    "Unknown problem: %s. Available: %s."
                        .formatted(id, String.join(", ", problems.ids()))));
  }

  /**
   * Returns the problem's assignment, or empty if it has no such variant.
   *
   * <p>A problem whose embedded set is the complete one is graded on it when full data is
   * requested.
   */
  public Optional<Assignment> of(Problem problem) {
    return variant(problem).map(variant -> new Assignment(problem, variant));
  }

  private Optional<ProblemVariant> variant(Problem problem) {
    if (data.equals(AUTO)) {
      return named(problem, FULL)
          .filter(full -> store.isAvailable(new Assignment(problem, full).entry()))
          .or(() -> named(problem, EMBEDDED));
    }
    boolean onlyEmbedded = problem.variants().size() == 1;
    return named(problem, data)
        .or(() -> data.equals(FULL) && onlyEmbedded ? named(problem, EMBEDDED) : Optional.empty());
  }

  private static Optional<ProblemVariant> named(Problem problem, String name) {
    return problem.variants().stream().filter(variant -> variant.name().equals(name)).findFirst();
  }

  /** Returns the problems that have the variant. */
  public List<Problem> available() {
    return problems.all().stream().filter(problem -> of(problem).isPresent()).toList();
  }

  private static List<String> variantNames(Problems problems) {
    return problems.all().stream()
        .flatMap(problem -> problem.variants().stream())
        .map(ProblemVariant::name)
        .distinct()
        .sorted()
        .toList();
  }
}
