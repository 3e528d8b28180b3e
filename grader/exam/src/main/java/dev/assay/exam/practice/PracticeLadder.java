package dev.assay.exam.practice;

import dev.assay.exam.ladder.Ladder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares each attempt at a problem with the best before it on the same hidden examples, by the
 * {@link Ladder} that also releases the scores of exams.
 *
 * <p>Nothing is held back in practice: the ladder only says which scores are more than luck.
 */
public final class PracticeLadder {
  /**
   * How an attempt compares with the best before it.
   *
   * @param attempt its index
   * @param best the index of the best before it
   * @param improved whether it is better by more than chance
   * @param improvement by how much its mean loss is lower; negative where it is higher
   * @param needed the improvement that had to be exceeded
   */
  public record Comparison(
      int attempt, int best, boolean improved, double improvement, double needed) {}

  private static final class Standing {
    private final Ladder ladder = new Ladder();
    private int best = -1;
  }

  private PracticeLadder() {}

  /**
   * Compares attempts at one problem, the oldest first. One that was not scored, or is the first on
   * its hidden examples, has nothing to be compared with.
   */
  public static List<Comparison> of(List<PracticeAttempt> attempts) {
    Map<String, Standing> standings = new HashMap<>();
    List<Comparison> comparisons = new ArrayList<>();
    for (int i = 0; i < attempts.size(); i++) {
      HiddenLosses hidden = attempts.get(i).hidden();
      double[] losses = hidden == null ? new double[0] : hidden.values();
      if (hidden == null || losses.length == 0) {
        continue;
      }
      // A task of another kind or size cannot have the same features, but a damaged line may.
      String examples = hidden.features() + " " + losses.length;
      Standing standing = standings.computeIfAbsent(examples, key -> new Standing());
      Ladder.Step step = standing.ladder.submit(losses);
      if (standing.best >= 0) {
        comparisons.add(
            new Comparison(i, standing.best, step.improved(), step.improvement(), step.needed()));
      }
      standing.best = step.improved() ? i : standing.best;
    }
    return comparisons;
  }
}
