package dev.assay.batch;

import dev.assay.datasets.DataStore;
import dev.assay.findings.SentenceException;
import dev.assay.problems.Problem;
import dev.assay.problems.ProblemVariant;
import dev.assay.problems.Problems;
import dev.assay.report.gradebook.policy.ClassSettings;
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
 * @param settings whose thresholds and bands take the place of the problems' own
 */
public record Assignments(Problems problems, DataStore store, String data, ClassSettings settings) {
  /** The full data where it is there, else the embedded. */
  public static final String AUTO = "auto";

  /** The data that ships with Assay. */
  public static final String EMBEDDED = "embedded";

  private static final String FULL = "full";

  /** The problems with their own thresholds and bands. */
  public Assignments(Problems problems, DataStore store, String data) {
    this(problems, store, data, ClassSettings.USUAL);
  }

  /**
   * The same with a class's thresholds and bands.
   *
   * @throws SentenceException if one of them does not fit its problem
   */
  public Assignments with(ClassSettings newSettings) throws SentenceException {
    for (Problem problem : problems.all()) {
      Optional<ProblemVariant> variant = variant(problem);
      if (variant.isPresent()) {
        SetRules.apply(newSettings, problem, variant.get());
      }
    }
    return new Assignments(problems, store, data, newSettings);
  }

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
    return variant(problem)
        .map(variant -> new Assignment(problem, SetRules.checked(settings, problem, variant)));
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
