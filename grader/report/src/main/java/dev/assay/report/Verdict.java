package dev.assay.report;

/**
 * How grading one answer ended.
 *
 * <p>The constants are declared from the mildest to the most severe, so that {@code compareTo}
 * orders by severity: an answer that got further through the run is milder than one that stopped
 * earlier, and our own fault is the most severe of all.
 */
public enum Verdict {
  /** Trained, reloaded and scored: at or better than the threshold. */
  PASSED,
  /** Trained, reloaded and scored: worse than the threshold. */
  FAILED,
  /** The loss became NaN or infinite while training. */
  DIVERGED,
  /** The candidate's process used more time than the problem allows. */
  TIME_LIMIT,
  /** The candidate's process used more memory than the problem allows. */
  MEMORY_LIMIT,
  /** The candidate's process wrote more than the problem allows. */
  OUTPUT_LIMIT,
  /** The candidate's process ended by itself before it answered. */
  CRASHED,
  /**
   * The model breaks the contract: its output's shape, its size, an operation that is not allowed.
   */
  CONTRACT_VIOLATION,
  /** The candidate's builder threw an exception. */
  BUILD_ERROR,
  /** The candidate's sources do not compile. */
  COMPILE_ERROR,
  /** The submission has no builder for this problem. */
  NO_ANSWER,
  /** Our own fault: missing data, a full disk, a worker that died on us. */
  GRADER_ERROR;

  /**
   * Whether the attempt and its points count for the candidate.
   *
   * @return true for every verdict but {@link #GRADER_ERROR}, which never costs an attempt or a
   *     point
   */
  public boolean countsAgainstCandidate() {
    return this != GRADER_ERROR;
  }

  /**
   * Whether the answer was scored on the hidden set.
   *
   * @return true for {@link #PASSED} and {@link #FAILED}, the verdicts that come with a metric
   */
  public boolean scored() {
    return this == PASSED || this == FAILED;
  }
}
