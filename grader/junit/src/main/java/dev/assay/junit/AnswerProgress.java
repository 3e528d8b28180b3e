package dev.assay.junit;

import dev.assay.report.GradeReport;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * The grading of one answer, as far as it has come.
 *
 * <p>The grader's thread tells of it, and the tests of the answer's steps wait for it.
 */
final class AnswerProgress {
  private final String problem;
  private final CompletableFuture<Boolean> accepted = new CompletableFuture<>();
  private final CompletableFuture<GradedAnswer> graded = new CompletableFuture<>();

  /**
   * A grading that has begun.
   *
   * @param problem its id, or {@link GradeReport#NO_PROBLEM}
   */
  AnswerProgress(String problem) {
    this.problem = problem;
  }

  /** The problem's id, or {@link GradeReport#NO_PROBLEM}. */
  String problem() {
    return problem;
  }

  /** Tells whether the answer has its result, or will never have one. */
  boolean isGraded() {
    return graded.isDone();
  }

  /** The model was built and keeps the contract: training begins. */
  void accepted() {
    accepted.complete(true);
  }

  /** The answer has its result; a second one is not heard. */
  void graded(GradedAnswer answer) {
    graded.complete(answer);
    accepted.complete(false);
  }

  /** The grader ended without a result. */
  void failed(Throwable cause) {
    graded.completeExceptionally(cause);
    accepted.completeExceptionally(cause);
  }

  /**
   * Waits for the result.
   *
   * @throws ExecutionException when the grader ended without one
   */
  GradedAnswer result() throws InterruptedException, ExecutionException {
    return graded.get();
  }

  /**
   * Waits until it is known whether a step succeeds.
   *
   * @return the step that the grading ended in, if that is this one or an earlier one
   * @throws ExecutionException when the grader ended without a result
   */
  Optional<AnswerStep> endBy(AnswerStep step) throws InterruptedException, ExecutionException {
    if (step.compareTo(AnswerStep.KEEPS_CONTRACT) <= 0 && accepted.get()) {
      return Optional.empty();
    }
    return end(graded.get().report()).filter(end -> end.compareTo(step) <= 0);
  }

  /** What was said of a step is not taken back, whatever the grader fails on later. */
  private Optional<AnswerStep> end(GradeReport report) {
    AnswerStep open = firstOpen();
    return AnswerStep.endOf(report).map(end -> end.compareTo(open) < 0 ? open : end);
  }

  /** The first step that the grading has not told to have succeeded before it ended. */
  AnswerStep firstOpen() {
    boolean trains = !accepted.isCompletedExceptionally() && accepted.getNow(false);
    return trains ? AnswerStep.TRAINS : AnswerStep.COMPILES;
  }
}
