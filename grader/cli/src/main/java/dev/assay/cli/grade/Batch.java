package dev.assay.cli.grade;

import dev.assay.cli.problems.Assignments;
import dev.assay.problems.Problem;
import dev.assay.report.GradeReport;
import dev.assay.run.Grader;
import dev.assay.run.candidate.Candidate;
import dev.assay.run.grading.Assignment;
import dev.assay.run.grading.DiskFullException;
import dev.assay.run.grading.GradingListener;
import dev.assay.run.submissions.HandIn;
import dev.assay.run.submissions.Submission;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/** Grades submissions, several at a time if asked to; reports keep the order of the submissions. */
final class Batch {
  private final Grader grader;
  private final Assignments assignments;
  private final List<Problem> problems;
  private final boolean named;
  private final Console console;
  private final int jobs;
  private final boolean resumes;
  private final List<GradeReport> finished = Collections.synchronizedList(new ArrayList<>());

  /**
   * Prepares a batch.
   *
   * @param problems to grade
   * @param named whether the user named them: then a submission must answer them all, otherwise
   *     only those it answers are graded
   * @param resumes whether results of an earlier run are kept where they would be the same
   */
  Batch(
      Grader grader,
      Assignments assignments,
      List<Problem> problems,
      boolean named,
      Console console,
      int jobs,
      boolean resumes) {
    this.grader = grader;
    this.assignments = assignments;
    this.problems = problems;
    this.named = named;
    this.console = console;
    this.jobs = jobs;
    this.resumes = resumes;
  }

  /** The results so far. */
  List<GradeReport> finished() {
    synchronized (finished) {
      return List.copyOf(finished);
    }
  }

  List<GradeReport> run(List<HandIn> submissions) throws IOException, InterruptedException {
    console.progress().submissions(submissions.size());
    ExecutorService pool = Executors.newFixedThreadPool(jobs);
    try {
      List<Future<List<GradeReport>>> futures = new ArrayList<>();
      for (HandIn submission : submissions) {
        futures.add(pool.submit(() -> grade(submission)));
      }
      List<GradeReport> reports = new ArrayList<>();
      for (Future<List<GradeReport>> future : futures) {
        reports.addAll(get(future));
      }
      return reports;
    } finally {
      pool.shutdownNow();
    }
  }

  /** Grades a submission; any failure becomes its own result, except for a full disk. */
  private List<GradeReport> grade(HandIn handIn) throws IOException, InterruptedException {
    console.compiling(handIn.id());
    List<GradeReport> reports = new ArrayList<>();
    try {
      grade(handIn.read(), reports);
    } catch (DiskFullException e) {
      throw e;
    } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
      add(grader.failed(handIn.id(), e, console.listener()), reports);
    }
    console.done(reports);
    return reports;
  }

  private void grade(Submission submission, List<GradeReport> reports)
      throws IOException, InterruptedException {
    Optional<List<GradeReport>> earlier =
        resumes ? grader.earlier(submission, this::wanted, ids()) : Optional.empty();
    if (earlier.isPresent()) {
      earlier.get().forEach(report -> keep(report, reports));
      return;
    }
    try (Candidate candidate = grader.compile(submission)) {
      grade(candidate, reports);
    }
  }

  private void grade(Candidate candidate, List<GradeReport> reports)
      throws IOException, InterruptedException {
    GradingListener listener = console.listener();
    List<Assignment> wanted = wanted(candidate.problems());
    if (wanted.isEmpty()) {
      add(grader.unanswered(candidate, ids(), listener), reports);
    }
    console.progress().answers(wanted.size());
    for (Assignment assignment : wanted) {
      Optional<GradeReport> earlier =
          resumes ? grader.earlier(candidate.submission(), assignment) : Optional.empty();
      if (earlier.isPresent()) {
        keep(earlier.get(), reports);
      } else {
        add(grader.grade(candidate, assignment, listener), reports);
      }
      console.done(reports.get(reports.size() - 1));
    }
    grader.removeObsolete(
        candidate, reports.stream().map(GradeReport::problem).collect(Collectors.toSet()));
  }

  private void keep(GradeReport report, List<GradeReport> reports) {
    console.kept(report);
    add(report, reports);
  }

  private void add(GradeReport report, List<GradeReport> reports) {
    finished.add(report);
    reports.add(report);
  }

  private List<String> ids() {
    return problems.stream().map(Problem::id).toList();
  }

  /** Selects which of a submission's answers to grade. */
  private List<Assignment> wanted(List<String> answered) {
    return problems.stream()
        .filter(problem -> named || answered.contains(problem.id()))
        .map(problem -> assignments.of(problem).orElseThrow())
        .toList();
  }

  private static List<GradeReport> get(Future<List<GradeReport>> future)
      throws IOException, InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      if (e.getCause() instanceof InterruptedException interrupted) {
        throw interrupted;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
