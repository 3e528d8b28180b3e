package dev.assay.batch;

import dev.assay.report.GradeReport;
import dev.assay.report.Verdict;
import dev.assay.report.json.JsonReports;
import dev.assay.run.Grader;
import dev.assay.run.grading.DiskFullException;
import dev.assay.run.processes.Workers;
import dev.assay.run.submissions.HandIn;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Grades submissions into a folder, several at a time if asked to; reports keep the order of the
 * submissions.
 *
 * <p>A batch owns its child processes, its grader and the claim on its folder: closing it ends or
 * frees them all.
 */
public final class Batch implements AutoCloseable {
  private final Workers workers;
  private final Grader grader;
  private final Closeable claim;
  private final BatchPlan plan;
  private final BatchFolder folder;
  private final BatchListener listener;
  private final AtomicInteger notBegun = new AtomicInteger();
  private final List<GradeReport> finished = Collections.synchronizedList(new ArrayList<>());

  private Batch(
      Workers workers,
      Grader grader,
      Closeable claim,
      BatchPlan plan,
      BatchFolder folder,
      BatchListener listener) {
    this.workers = workers;
    this.grader = grader;
    this.claim = claim;
    this.plan = plan;
    this.folder = folder;
    this.listener = listener;
  }

  /**
   * Claims the folder and prepares to grade.
   *
   * @param workers start the child processes; the batch closes them
   * @throws BatchFolderException when another batch writes to the folder, or it cannot be written
   * @throws IOException when the secret seed of a fresh hidden part cannot be kept in it
   */
  public static Batch open(
      Workers workers, BatchPlan plan, BatchFolder folder, BatchListener listener)
      throws IOException {
    Closeable claim = folder.claim();
    try {
      Assignments assignments = plan.selection().assignments();
      Grader grader =
          new Grader(
              workers,
              assignments.store(),
              plan.hidden().source(assignments.problems(), folder, plan.resumes()),
              plan.options(),
              assignments.problems().ids(),
              folder.path());
      return new Batch(workers, grader, claim, plan, folder, listener);
    } catch (IOException | RuntimeException e) {
      claim.close();
      throw e;
    }
  }

  /** The results so far. */
  public List<GradeReport> finished() {
    synchronized (finished) {
      return List.copyOf(finished);
    }
  }

  /**
   * Grades what was handed in, and writes what became of all of it to the batch's folder.
   *
   * @throws DiskFullException when results have no room; those that are finished are kept
   * @throws IOException when the folder cannot be written
   * @throws InterruptedException when the batch is interrupted; finished results are kept
   */
  public BatchOutcome run(HandedIn handedIn) throws IOException, InterruptedException {
    long start = System.nanoTime();
    // First, so that of a batch that is killed it is known who waits for results.
    JsonReports.write(handedIn.entries(), folder.entries());
    List<GradeReport> reports = grade(handedIn.submissions());
    Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
    return new BatchOutcome(reports, handedIn.entries(), elapsed);
  }

  private List<GradeReport> grade(List<HandIn> submissions)
      throws IOException, InterruptedException {
    listener.started(submissions.size());
    workers.expect(submissions.size());
    ExecutorService pool = Executors.newFixedThreadPool(plan.jobs());
    try {
      List<Future<List<GradeReport>>> futures = new ArrayList<>();
      for (HandIn submission : submissions) {
        futures.add(pool.submit(() -> grade(submission)));
      }
      List<GradeReport> reports = new ArrayList<>();
      for (Future<List<GradeReport>> future : futures) {
        reports.addAll(Results.get(future));
      }
      return reports;
    } finally {
      pool.shutdownNow();
    }
  }

  private List<GradeReport> grade(HandIn submission)
      throws DiskFullException, InterruptedException {
    if (plan.failFast() && hasFailed()) {
      notBegun.incrementAndGet();
      return List.of();
    }
    return grading().of(submission);
  }

  private boolean hasFailed() {
    return finished().stream().anyMatch(report -> report.verdict() != Verdict.PASSED);
  }

  /** The number of submissions that did not begin, because an answer before them did not pass. */
  public int notBegun() {
    return notBegun.get();
  }

  private SubmissionGrading grading() {
    return new SubmissionGrading(grader, plan, folder, listener, finished::add);
  }

  /** Ends all child processes, so that {@link #run} ends; may be called by any thread. */
  public void interrupt() {
    workers.close();
  }

  /**
   * Ends the child processes, removes what of a sealed or fresh hidden set lies in a file, and
   * frees the folder.
   */
  @Override
  public void close() throws IOException {
    workers.close();
    try {
      grader.close();
    } finally {
      claim.close();
    }
  }
}
