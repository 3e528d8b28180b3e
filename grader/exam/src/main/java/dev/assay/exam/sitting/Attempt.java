package dev.assay.exam.sitting;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A submission to an exam.
 *
 * @param problem its problem's id
 * @param number of all submissions to the problem, from 1
 * @param arrived when it arrived
 * @param elapsed the time of the exam that had passed then
 * @param sources the SHA-256 of its sources
 * @param state how far its grading came
 * @param outcome what it came to; null unless it was graded
 */
public record Attempt(
    String problem,
    int number,
    Instant arrived,
    Duration elapsed,
    String sources,
    State state,
    @Nullable Outcome outcome) {
  /** How far the grading of an attempt came. */
  public enum State {
    /** It arrived, and its grading has not ended. */
    PENDING,
    /** It was graded. */
    GRADED,
    /** The grader failed on it, so that it costs no attempt. */
    FAULTED
  }

  /** Its name among those of the exam. */
  public String id() {
    return problem + "-" + number;
  }

  /** Whether it uses up an attempt. */
  public boolean counts() {
    return state != State.FAULTED;
  }

  /** The same attempt after its grading. */
  Attempt ended(State newState, @Nullable Outcome newOutcome) {
    return new Attempt(problem, number, arrived, elapsed, sources, newState, newOutcome);
  }
}
