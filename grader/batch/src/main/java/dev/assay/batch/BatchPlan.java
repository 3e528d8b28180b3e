package dev.assay.batch;

import dev.assay.run.grading.GradeOptions;

/**
 * What a batch is to do.
 *
 * @param selection the problems and their data
 * @param hidden the examples to score on
 * @param options how each answer is graded
 * @param jobs how many submissions are graded at a time, positive
 * @param resumes whether results in the batch's folder are kept where they would be the same
 */
public record BatchPlan(
    Selection selection, HiddenPart hidden, GradeOptions options, int jobs, boolean resumes) {
  /** A step of training has few operations that do not wait for each other. */
  private static final int MOST_THREADS = 4;

  public BatchPlan {
    if (jobs < 1) {
      throw new IllegalArgumentException("jobs must be positive. Received: " + jobs);
    }
  }

  /** The same plan, where each job has its share of this machine's processors as threads. */
  public BatchPlan onThisMachine() {
    int threads = threads(Runtime.getRuntime().availableProcessors(), jobs);
    return new BatchPlan(selection, hidden, options.threads(threads), jobs, resumes);
  }

  /** The threads of each job: from 1 to 4. */
  static int threads(int processors, int jobs) {
    return Math.max(1, Math.min(processors / jobs, MOST_THREADS));
  }
}
