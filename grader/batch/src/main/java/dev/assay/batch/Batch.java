package dev.assay.batch;

import dev.assay.batch.equal.EqualAnswers;
import dev.assay.batch.equal.EqualAnswers.Turn;
import dev.assay.report.GradeReport;
import dev.assay.report.Outlines;
import dev.assay.report.Verdict;
import dev.assay.report.json.JsonReports;
import dev.assay.run.Grader;
import dev.assay.run.grading.DiskFullException;
import dev.assay.run.processes.Workers;
import dev.assay.run.submissions.HandIn;
import dev.assay.run.submissions.Submission;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
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
  /** Between two looks at submissions that other graders hold. */
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Workers workers;
  private final Grader grader;
  private final Sharing sharing;
  private final BatchPlan plan;
  private final BatchFolder folder;
  private final BatchListener listener;
  private final AtomicInteger notBegun = new AtomicInteger();
  private volatile boolean stopping;
  private final Outlines outlines = new Outlines();
  private final EqualAnswers equal = new EqualAnswers();
  private final List<GradeReport> finished = Collections.synchronizedList(new ArrayList<>());
  private volatile boolean failed;

  private Batch(
      Workers workers,
      Grader grader,
      Sharing sharing,
      BatchPlan plan,
      BatchFolder folder,
      BatchListener listener) {
    this.workers = workers;
    this.grader = grader;
    this.sharing = sharing;
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
    return open(workers, plan, folder, Sharing.alone(folder.path(), folder.claim()), listener);
  }

  /**
   * Prepares to grade beside other graders.
   *
   * @param workers start the child processes; the batch closes them
   * @param sharing of the folder; the batch closes it
   * @throws IOException when the secret seed of a fresh hidden part cannot be kept in it
   */
  public static Batch open(
      Workers workers, BatchPlan plan, BatchFolder folder, Sharing sharing, BatchListener listener)
      throws IOException {
    try {
      Assignments assignments = plan.selection().assignments();
      Grader grader =
          new Grader(
              workers,
              assignments.store(),
              plan.hidden().source(assignments.problems(), folder, plan.resumes()),
              plan.options(),
              assignments.problems().ids(),
              sharing);
      return new Batch(workers, grader, sharing, plan, folder, listener);
    } catch (IOException | RuntimeException e) {
      sharing.close();
      throw e;
    }
  }

  /** The outlines of the results so far. */
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

  /**
   * Grades what a plan gives this grader, and waits for what another one holds until that has its
   * results or is free. The plan has written already who waits for results.
   *
   * @throws DiskFullException when results have no room; those that are finished are kept
   * @throws IOException when the folder cannot be written
   * @throws InterruptedException when the batch is interrupted; finished results are kept
   */
  public List<GradeReport> share(List<HandIn> submissions)
      throws IOException, InterruptedException {
    return grade(submissions);
  }

  private List<GradeReport> grade(List<HandIn> submissions)
      throws IOException, InterruptedException {
    listener.started(submissions.size());
    Map<HandIn, List<GradeReport>> reports = new LinkedHashMap<>();
    submissions.forEach(submission -> reports.put(submission, List.of()));
    workers.expect(submissions.size());
    ExecutorService pool = Executors.newFixedThreadPool(plan.jobs());
    try {
      List<HandIn> left = submissions;
      while (!left.isEmpty()) {
        left = round(pool, left, reports);
        if (!left.isEmpty()) {
          Thread.sleep(PAUSE.toMillis());
        }
      }
      return reports.values().stream().flatMap(List::stream).toList();
    } finally {
      pool.shutdownNow();
    }
  }

  /**
   * Tries each submission once, and returns those that other graders hold or that wait for an equal
   * one.
   */
  private List<HandIn> round(
      ExecutorService pool, List<HandIn> submissions, Map<HandIn, List<GradeReport>> reports)
      throws IOException, InterruptedException {
    Queue<HandIn> waiting = new ArrayDeque<>(submissions);
    List<Future<Tried>> futures = new ArrayList<>();
    for (int i = 0; i < submissions.size(); i++) {
      futures.add(pool.submit(() -> tryNext(waiting)));
    }
    Set<HandIn> left = new HashSet<>();
    for (Future<Tried> future : futures) {
      Tried tried = Results.get(future);
      if (tried.reports().isPresent()) {
        reports.put(tried.handIn(), tried.reports().get());
      } else {
        left.add(tried.handIn());
      }
    }
    return submissions.stream().filter(left::contains).toList();
  }

  /** The results that trying a submission gave; empty where it is to be tried again. */
  private record Tried(HandIn handIn, Optional<List<GradeReport>> reports) {}

  /** Tries the next submission. In whatever order threads run, the first of equal ones is first. */
  private Tried tryNext(Queue<HandIn> waiting) throws IOException, InterruptedException {
    HandIn handIn;
    Submission submission;
    Turn turn;
    synchronized (waiting) {
      handIn = waiting.remove();
      if (stopping || (plan.failFast() && failed) || !sharing.isPlanned()) {
        notBegun.incrementAndGet();
        return new Tried(handIn, Optional.of(List.of()));
      }
      submission = handIn.read();
      turn = equal.next(submission);
    }
    Optional<List<GradeReport>> reports = grading().of(submission, turn);
    reports.ifPresent(
        all ->
            equal.done(
                submission,
                all.stream().allMatch(report -> report.verdict() != Verdict.GRADER_ERROR)));
    return new Tried(handIn, reports);
  }

  /** Begins no other submission, and lets those that are being graded end; by any thread. */
  public void stop() {
    stopping = true;
  }

  /** Returns whether {@link #stop} was called. */
  public boolean isStopping() {
    return stopping;
  }

  private void finished(GradeReport report) {
    finished.add(report);
    if (report.verdict() != Verdict.PASSED) {
      failed = true;
    }
  }

  /** The number of submissions that did not begin: after a failure, a stop or another plan. */
  public int notBegun() {
    return notBegun.get();
  }

  private SubmissionGrading grading() {
    return new SubmissionGrading(grader, plan, folder, sharing, listener, outlines, this::finished);
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
      sharing.close();
    }
  }
}
