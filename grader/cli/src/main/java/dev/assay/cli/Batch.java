package dev.assay.cli;

import dev.assay.problems.Problem;
import dev.assay.report.GradeReport;
import dev.assay.run.Assignment;
import dev.assay.run.Candidate;
import dev.assay.run.Grader;
import dev.assay.run.RunListener;
import dev.assay.run.submissions.HandIn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

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
   * @param named whether they were named: then a submission must answer them all, else those that
   *     it does are graded
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

  /** What has been graded so far. */
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

  private List<GradeReport> grade(HandIn handIn) throws IOException, InterruptedException {
    console.compiling(handIn.id());
    try (Candidate candidate = grader.compile(handIn.read())) {
      List<GradeReport> reports = grade(candidate);
      console.done(reports);
      return reports;
    }
  }

  private List<GradeReport> grade(Candidate candidate) throws IOException, InterruptedException {
    RunListener listener = console.listener();
    List<Problem> answered = problemsOf(candidate);
    if (answered.isEmpty()) {
      List<String> graded = problems.stream().map(Problem::id).toList();
      GradeReport report = grader.unanswered(candidate, graded, listener);
      finished.add(report);
      return List.of(report);
    }
    console.progress().answers(answered.size());
    List<GradeReport> reports = new ArrayList<>();
    for (Problem problem : answered) {
      Assignment assignment = assignments.of(problem).orElseThrow();
      GradeReport report = grade(candidate, assignment, listener);
      finished.add(report);
      reports.add(report);
      console.done(report);
    }
    return reports;
  }

  private GradeReport grade(Candidate candidate, Assignment assignment, RunListener listener)
      throws IOException, InterruptedException {
    Optional<GradeReport> earlier =
        resumes ? grader.earlier(candidate, assignment) : Optional.empty();
    if (earlier.isPresent()) {
      console.kept(earlier.get());
      return earlier.get();
    }
    return grader.grade(candidate, assignment, listener);
  }

  private List<Problem> problemsOf(Candidate candidate) {
    return named
        ? problems
        : problems.stream().filter(problem -> candidate.problems().contains(problem.id())).toList();
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
