package dev.assay.report.gradebook.policy;

import dev.assay.report.checks.Components;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the results of a class become grades. They are applied when results are read: no result
 * depends on them but for thresholds and bands.
 *
 * @param title the class's name; null for the name of the run
 * @param passMark the total in per cent from which a student has passed, in [0, 100]
 * @param attempts which of several hand-ins counts
 * @param problems the gradebook's columns, in order; empty for a column for each problem with a
 *     result
 * @param deadlines when work is due
 * @param excused what does not count
 * @param anonymousKey the file with the key of the pseudonyms that take the place of names; null
 *     for names
 */
public record ClassSettings(
    @Nullable String title,
    double passMark,
    AttemptRule attempts,
    List<ProblemSettings> problems,
    Deadlines deadlines,
    List<Excuse> excused,
    @Nullable String anonymousKey) {
  /** The pass mark where none is set. */
  public static final double PASS_MARK = 50;

  /** Equal weights, the last hand-in, no due date, names. */
  public static final ClassSettings USUAL =
      new ClassSettings(
          null, PASS_MARK, AttemptRule.LAST, List.of(), Deadlines.NONE, List.of(), null);

  /**
   * Checks and copies the components.
   *
   * @throws IllegalArgumentException if the pass mark is out of range, or a problem is there twice
   */
  public ClassSettings {
    Components.textOrNull("title", title);
    if (!(passMark >= 0 && passMark <= 100)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "passMark must be in [0, 100]. Received: %s", passMark));
    }
    Components.present("attempts", attempts);
    problems = Components.list("problems", problems);
    long different = problems.stream().map(ProblemSettings::id).distinct().count();
    if (different < problems.size()) {
      throw new IllegalArgumentException(
          "problems must differ. Received: " + problems.stream().map(ProblemSettings::id).toList());
    }
    Components.present("deadlines", deadlines);
    excused = Components.list("excused", excused);
    Components.textOrNull("anonymousKey", anonymousKey);
  }

  /** The settings of a problem, where it has some. */
  public Optional<ProblemSettings> problem(String id) {
    return problems.stream().filter(problem -> problem.id().equals(id)).findFirst();
  }
}
