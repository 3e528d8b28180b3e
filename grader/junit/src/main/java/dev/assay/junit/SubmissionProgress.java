package dev.assay.junit;

import dev.assay.report.GradeReport;
import dev.assay.run.grading.AcceptedModel;
import dev.assay.run.grading.Assignment;
import dev.assay.run.grading.GradingListener;
import dev.assay.run.submissions.Submission;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The gradings of one submission, of which it is not known how many there will be: that takes
 * compiling it.
 *
 * <p>The grader's thread tells of them, and a test's takes them one after the other.
 */
final class SubmissionProgress implements GradingListener {
  private final BlockingQueue<Optional<AnswerProgress>> begun = new LinkedBlockingQueue<>();
  private final CountDownLatch awaitFirst = new CountDownLatch(1);
  private final List<AnswerProgress> all = new ArrayList<>();

  @Override
  public synchronized void started(Submission submission, Assignment assignment) {
    begin(assignment.problem().id());
  }

  @Override
  public synchronized void built(AcceptedModel model) {
    last().accepted();
  }

  /**
   * A result is that of the grading that began last, whatever problem it names: where the grader
   * itself fails, it names none. One of which no beginning was heard is the submission's.
   */
  @Override
  public synchronized void finished(GradeReport report, Path file) {
    if (all.isEmpty() || last().isGraded()) {
      begin(report.problem());
    }
    last().graded(new GradedAnswer(report, file));
  }

  /** The submission has all its results. */
  synchronized void done() {
    begun.add(Optional.empty());
  }

  /** The grader ended before the submission had all its results. */
  synchronized void failed(Throwable cause) {
    if (all.isEmpty()) {
      begin(GradeReport.NO_PROBLEM);
    }
    all.forEach(progress -> progress.failed(cause));
    done();
  }

  private void begin(String problem) {
    AnswerProgress progress = new AnswerProgress(problem);
    all.add(progress);
    begun.add(Optional.of(progress));
    awaitFirst.countDown();
  }

  private AnswerProgress last() {
    if (all.isEmpty()) {
      throw new IllegalStateException("a grading must begin before it goes on");
    }
    return all.get(all.size() - 1);
  }

  /**
   * Waits for the next answer.
   *
   * @return empty after the last one
   */
  Optional<AnswerProgress> next() throws InterruptedException {
    return begun.take();
  }

  /** Waits for the first answer: a submission that is read for one problem has no other. */
  AnswerProgress first() throws InterruptedException {
    awaitFirst.await();
    synchronized (this) {
      return all.get(0);
    }
  }
}
