package dev.assay.exam.sitting;

import dev.assay.exam.blueprint.Category;
import dev.assay.exam.blueprint.RepeatRule;
import dev.assay.exam.ladder.Ladder;
import dev.assay.report.exam.PartScore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the attempts at a problem came to.
 *
 * @param problem its id
 * @param category that it was drawn for
 * @param attempts all submissions, the first one first
 * @param releases what each attempt that was graded made public, in their order
 * @param rule how repeats become a result
 */
public record ProblemStanding(
    String problem,
    Category category,
    List<Attempt> attempts,
    List<Release> releases,
    RepeatRule rule) {
  /** Copies the lists. */
  public ProblemStanding {
    attempts = List.copyOf(attempts);
    releases = List.copyOf(releases);
  }

  /**
   * What an attempt made public.
   *
   * @param attempt that was graded
   * @param shown the attempt whose score is public after it; null where none was scored yet
   * @param step how it compares with the best before; null where it was not scored
   */
  public record Release(Attempt attempt, @Nullable Attempt shown, Ladder.@Nullable Step step) {}

  static ProblemStanding of(
      String problem, Category category, List<Attempt> attempts, RepeatRule rule) {
    Ladder ladder = new Ladder();
    List<Release> releases = new ArrayList<>();
    Attempt shown = null;
    for (Attempt attempt : attempts) {
      Outcome outcome = attempt.outcome();
      if (outcome == null) {
        continue;
      }
      Ladder.Step step = null;
      if (!outcome.losses().isEmpty()) {
        step = ladder.submit(outcome.losses().stream().mapToDouble(Double::doubleValue).toArray());
        shown = step.improved() ? attempt : shown;
      }
      releases.add(new Release(attempt, shown, step));
    }
    return new ProblemStanding(problem, category, attempts, releases, rule);
  }

  /** What an attempt made public; empty where it was not graded. */
  public Optional<Release> release(Attempt attempt) {
    return releases.stream().filter(r -> r.attempt().number() == attempt.number()).findFirst();
  }

  /** The attempt whose score is public; null where none was scored. */
  public @Nullable Attempt shown() {
    return releases.isEmpty() ? null : releases.get(releases.size() - 1).shown();
  }

  /**
   * The attempt that counts: the one with the most points on the examples that attempts are scored
   * on, of several the one with the lowest loss there, and of several the first.
   *
   * @return null where none was graded
   */
  public @Nullable Attempt best() {
    return attempts.stream()
        .filter(attempt -> attempt.outcome() != null)
        .max(
            Comparator.comparingInt((Attempt attempt) -> outcome(attempt).shownPoints(rule))
                .thenComparing(attempt -> -outcome(attempt).loss())
                .thenComparing(attempt -> -attempt.number()))
        .orElse(null);
  }

  private static Outcome outcome(Attempt attempt) {
    Outcome outcome = attempt.outcome();
    if (outcome == null) {
      throw new IllegalStateException(attempt.id());
    }
    return outcome;
  }

  /** The final points: those of the best attempt on the examples that no attempt has seen. */
  public int points() {
    Attempt best = best();
    return best == null ? 0 : outcome(best).keptPoints(rule);
  }

  /** The final score; null where the best attempt has none. */
  public @Nullable PartScore score() {
    Attempt best = best();
    return best == null ? null : outcome(best).kept(rule).kept();
  }
}
