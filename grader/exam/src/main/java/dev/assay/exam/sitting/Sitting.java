package dev.assay.exam.sitting;

import dev.assay.exam.blueprint.Blueprint;
import dev.assay.exam.blueprint.Category;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An exam as its ledger tells, at a moment.
 *
 * @param id of the exam
 * @param blueprint with the minutes that this exam has
 * @param started when it began, by the system's time
 * @param draw what was drawn, and for whom
 * @param attempts all submissions in the order of their arrival
 * @param clock the time that has passed
 * @param ending how it ended; null while it goes on
 */
public record Sitting(
    String id,
    Blueprint blueprint,
    Instant started,
    Draw draw,
    List<Attempt> attempts,
    Time clock,
    @Nullable Ending ending) {
  /** Copies the attempts. */
  public Sitting {
    attempts = List.copyOf(attempts);
  }

  /**
   * What was drawn.
   *
   * @param seed of the draw
   * @param problems one for each category, by their ids
   * @param variants of the problems' data, one for each problem
   * @param base the folder that the blueprint's files are in; empty where it has none
   * @param language of sheets and starters
   */
  public record Draw(
      long seed, List<String> problems, List<String> variants, String base, Locale language) {
    /** Checks and copies the components. */
    public Draw {
      problems = List.copyOf(problems);
      variants = List.copyOf(variants);
      if (problems.size() != variants.size()) {
        throw new IllegalArgumentException(
            "variants must be as many as problems. Received: " + variants);
      }
    }

    /** The variant of the data of a problem that was drawn. */
    public String variant(String problem) {
      return variants.get(problems.indexOf(problem));
    }
  }

  /**
   * The time of an exam.
   *
   * @param elapsed what has passed of it, pauses left out
   * @param paused whether it stands still
   * @param moved how far in all the system's time was moved meanwhile, whichever way; zero where
   *     the machine cannot know
   */
  public record Time(Duration elapsed, boolean paused, Duration moved) {}

  /** How an exam ended. */
  public enum Ending {
    /** The candidate ended it. */
    FINISHED,
    /** Its time was over. */
    DEADLINE
  }

  /** The time until the deadline; zero after it. */
  public Duration left() {
    Duration left = limit().minus(clock.elapsed());
    return left.isNegative() ? Duration.ZERO : left;
  }

  private Duration limit() {
    return Duration.ofMinutes(blueprint.rules().minutes());
  }

  /** Whether the deadline has passed. */
  public boolean isOver() {
    return clock.elapsed().compareTo(limit()) > 0;
  }

  /** Whether submissions are accepted. */
  public boolean isOpen() {
    return ending == null && !isOver() && !clock.paused();
  }

  /** The submissions to a problem, the first one first. */
  public List<Attempt> attempts(String problem) {
    return attempts.stream().filter(attempt -> attempt.problem().equals(problem)).toList();
  }

  /** The submissions whose grading has not ended. */
  public List<Attempt> pending() {
    return attempts.stream().filter(a -> a.state() == Attempt.State.PENDING).toList();
  }

  /** The category of a problem that was drawn; empty for any other. */
  public Optional<Category> category(String problem) {
    int index = draw.problems().indexOf(problem);
    return index < 0 ? Optional.empty() : Optional.of(blueprint.categories().get(index));
  }

  /** How many submissions to a problem are still accepted. */
  public int attemptsLeft(String problem) {
    int used = (int) attempts(problem).stream().filter(Attempt::counts).count();
    return category(problem).map(c -> Math.max(0, c.attempts() - used)).orElse(0);
  }

  /** The problems with what their attempts came to, in the order of the categories. */
  public List<ProblemStanding> standings() {
    List<ProblemStanding> standings = new ArrayList<>();
    for (String problem : draw.problems()) {
      standings.add(
          ProblemStanding.of(
              problem,
              category(problem).orElseThrow(),
              attempts(problem),
              blueprint.rules().rule()));
    }
    return standings;
  }
}
