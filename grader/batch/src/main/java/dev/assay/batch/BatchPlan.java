package dev.assay.batch;

import dev.assay.run.grading.GradeOptions;
import java.util.Set;

/**
 * What a batch is to do.
 *
 * @param selection the problems and their data
 * @param hidden the examples to score on
 * @param options how each answer is graded
 * @param jobs how many submissions are graded at a time, positive
 * @param resumes whether results in the batch's folder are kept where they would be the same
 * @param again the ids of submissions whose results are not kept even so
 * @param failFast whether no other submission begins once an answer did not pass
 */
public record BatchPlan(
    Selection selection,
    HiddenPart hidden,
    GradeOptions options,
    int jobs,
    boolean resumes,
    Set<String> again,
    boolean failFast) {
  /** A step of training has few operations that do not wait for each other. */
  private static final int MOST_THREADS = 4;

  public BatchPlan {
    if (jobs < 1) {
      throw new IllegalArgumentException("jobs must be positive. Received: " + jobs);
    }
    again = Set.copyOf(again);
  }

  /** A plan to grade all, whatever their verdicts. */
  public BatchPlan(
      Selection selection, HiddenPart hidden, GradeOptions options, int jobs, boolean resumes) {
    this(selection, hidden, options, jobs, resumes, Set.of(), false);
  }

  /** Whether the earlier results of a submission are kept where they would be the same. */
  boolean keeps(String submission) {
    return resumes && !again.contains(submission);
  }

  /** The same plan, where each job has its share of this machine's processors as threads. */
  public BatchPlan onThisMachine() {
    int threads = threads(Runtime.getRuntime().availableProcessors(), jobs);
    return new BatchPlan(
        selection, hidden, options.threads(threads), jobs, resumes, again, failFast);
  }

  /** The threads of each job: from 1 to 4. */
  static int threads(int processors, int jobs) {
    return Math.max(1, Math.min(processors / jobs, MOST_THREADS));
  }
}
