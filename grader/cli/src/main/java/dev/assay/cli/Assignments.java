package dev.assay.cli;

import dev.assay.datasets.DataStore;
import dev.assay.problems.Problem;
import dev.assay.problems.ProblemVariant;
import dev.assay.problems.Problems;
import dev.assay.run.Assignment;
import java.util.List;
import java.util.Optional;

/** Chooses problems and, for each, the data set that it is graded on. */
final class Assignments {
  static final String AUTO = "auto";

  private static final String EMBEDDED = "embedded";
  private static final String FULL = "full";

  private final Problems problems;
  private final DataStore store;
  private final String data;

  /**
   * Prepares to choose.
   *
   * @param data a variant's name, or {@link #AUTO}: the full data where it is there, else the
   *     embedded
   */
  Assignments(Problems problems, DataStore store, String data) {
    this.problems = problems;
    this.store = store;
    this.data = data;
  }

  /**
   * The problem's assignment, or empty when it has no such variant.
   *
   * <p>A problem whose embedded set is the whole one is graded on that when the full data is asked
   * for.
   */
  Optional<Assignment> of(Problem problem) {
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

  /** The ids of problems that have the variant. */
  List<Problem> available() {
    return problems.all().stream().filter(problem -> of(problem).isPresent()).toList();
  }

  /** All variants' names, for messages. */
  List<String> variantNames() {
    return problems.all().stream()
        .flatMap(problem -> problem.variants().stream())
        .map(ProblemVariant::name)
        .distinct()
        .sorted()
        .toList();
  }
}
