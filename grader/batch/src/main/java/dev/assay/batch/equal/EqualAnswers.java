package dev.assay.batch.equal;

import dev.assay.run.submissions.Submission;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds submissions of a batch whose sources are equal. All are graded in the same way, so that the
 * first one's results are those of all. May be used by several threads.
 */
public final class EqualAnswers {
  private final Map<String, First> firsts = new HashMap<>();

  /** The first of equal submissions, and whether it has its results. */
  private record First(String id, boolean done) {}

  /** The next step for a submission. */
  public sealed interface Turn {
    /** It is graded: no equal one was, or that had no results that are of use. */
    record Grade() implements Turn {}

    /** An equal one is being graded. */
    record Wait() implements Turn {}

    /**
     * An equal one has its results.
     *
     * @param id the equal one's
     */
    record Copy(String id) implements Turn {}
  }

  /** Tells what comes next for a submission; the first of equal ones is graded. */
  public synchronized Turn next(Submission submission) {
    if (submission.sources().isEmpty()) {
      return new Turn.Grade();
    }
    First own = new First(submission.id(), false);
    First first = firsts.putIfAbsent(submission.digest(), own);
    if (first == null || first.id().equals(own.id())) {
      return new Turn.Grade();
    }
    return first.done() ? new Turn.Copy(first.id()) : new Turn.Wait();
  }

  /**
   * Records that a submission is done.
   *
   * @param useful whether its results may be those of equal ones; otherwise the next one is graded
   */
  public synchronized void done(Submission submission, boolean useful) {
    First own = new First(submission.id(), false);
    if (useful) {
      firsts.replace(submission.digest(), own, new First(submission.id(), true));
    } else {
      firsts.remove(submission.digest(), own);
    }
  }
}
