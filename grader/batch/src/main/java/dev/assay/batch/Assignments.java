package dev.assay.batch;

import dev.assay.datasets.DataStore;
import dev.assay.problems.Problem;
import dev.assay.problems.ProblemVariant;
import dev.assay.problems.Problems;
import dev.assay.run.grading.Assignment;
import java.util.List;
import java.util.Optional;

/**
 * Chooses for each problem the data set that it is graded on.
 *
 * @param problems all there are
 * @param store finds the data
 * @param data a variant's name, or {@link #AUTO}: the full data where it is there, else the
 *     embedded
 */
public record Assignments(Problems problems, DataStore store, String data) {
  /** The full data where it is there, else the embedded. */
  public static final String AUTO = "auto";

  /** The data that ships with Assay. */
  public static final String EMBEDDED = "embedded";

  private static final String FULL = "full";

  /** The names of all variants of some problem, sorted. */
  public static List<String> variantNames(Problems problems) {
    return problems.all().stream()
        .flatMap(problem -> problem.variants().stream())
        .map(ProblemVariant::name)
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * The problem's assignment, or empty when it has no such variant.
   *
   * <p>A problem whose embedded set is the whole one is graded on that when the full data is asked
   * for.
   */
  public Optional<Assignment> of(Problem problem) {
    return variant(problem).map(variant -> new Assignment(problem, variant));
  }

  private Optional<ProblemVariant> variant(Problem problem) {
    if (data.equals(AUTO)) {
      return named(problem, FULL)
          .filter(full -> store.isAvailable(full.data()))
          .or(() -> named(problem, EMBEDDED));
    }
    boolean onlyEmbedded = problem.variants().size() == 1;
    return named(problem, data)
        .or(() -> data.equals(FULL) && onlyEmbedded ? named(problem, EMBEDDED) : Optional.empty());
  }

  private static Optional<ProblemVariant> named(Problem problem, String name) {
    return problem.variants().stream().filter(variant -> variant.name().equals(name)).findFirst();
  }

  /** The variants whose hidden part can be drawn anew, as {@code fashion-mnist/embedded}. */
  public List<String> drawable() {
    return problems.all().stream()
        .flatMap(problem -> problem.variants().stream())
        .filter(variant -> variant.hiddenGenerator() != null)
        .map(variant -> variant.data().key())
        .toList();
  }

  /** The problems that have the variant. */
  public List<Problem> available() {
    return problems.all().stream().filter(problem -> of(problem).isPresent()).toList();
  }
}
