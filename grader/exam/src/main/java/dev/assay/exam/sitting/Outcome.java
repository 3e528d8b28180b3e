package dev.assay.exam.sitting;

import dev.assay.exam.blueprint.RepeatRule;
import dev.assay.report.Verdict;
import dev.assay.report.exam.PartScore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt came to.
 *
 * @param gradings one for each repeat, at least one
 * @param losses of the examples that attempts are scored on, in the first grading; empty where it
 *     was not scored
 * @param data the variant of the data, with where its hidden examples come from; null where none
 *     was loaded
 */
public record Outcome(List<Grading> gradings, List<Double> losses, @Nullable String data) {
  /** Checks and copies the components. */
  public Outcome {
    gradings = List.copyOf(gradings);
    losses = List.copyOf(losses);
    if (gradings.isEmpty()) {
      throw new IllegalArgumentException("gradings must not be empty");
    }
  }

  /**
   * A grading of an attempt.
   *
   * @param seed of the split, the initial weights and the order of examples
   * @param verdict how it ended; where it was scored, by the examples that the final score is of
   * @param shown the score on the examples that attempts are scored on; null where there is none
   * @param kept the score on the examples that the final score is of; null where there is none
   * @param findings the codes of what was noticed, the most important first
   * @param seconds how long it took
   */
  public record Grading(
      long seed,
      Verdict verdict,
      @Nullable PartScore shown,
      @Nullable PartScore kept,
      List<String> findings,
      double seconds) {
    /** Copies the findings. */
    public Grading {
      findings = List.copyOf(findings);
    }
  }

  private static int points(@Nullable PartScore score) {
    return score == null ? 0 : score.points();
  }

  /** The grading that counts for the score that attempts see. */
  public Grading shown(RepeatRule rule) {
    return gradings.get(rule.counting(gradings.stream().map(g -> points(g.shown())).toList()));
  }

  /** The grading that counts for the final score. */
  public Grading kept(RepeatRule rule) {
    return gradings.get(rule.counting(gradings.stream().map(g -> points(g.kept())).toList()));
  }

  /** The points that attempts see. */
  public int shownPoints(RepeatRule rule) {
    return points(shown(rule).shown());
  }

  /** The final points. */
  public int keptPoints(RepeatRule rule) {
    return points(kept(rule).kept());
  }

  /** The mean of the losses; infinite where there are none. */
  public double loss() {
    return losses.stream().mapToDouble(Double::doubleValue).average().orElse(Double.MAX_VALUE);
  }
}
