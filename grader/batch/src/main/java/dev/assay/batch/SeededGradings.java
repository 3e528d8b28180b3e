package dev.assay.batch;

import dev.assay.report.GradeReport;
import dev.assay.run.Grader;
import dev.assay.run.candidate.Candidate;
import dev.assay.run.grading.Assignment;
import dev.assay.run.grading.GradeOptions;
import dev.assay.run.grading.GradingListener;
import dev.assay.run.processes.Workers;
import dev.assay.run.submissions.Submission;
import dev.assay.run.temporary.PrivateFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Grades one answer with several seeds, for calibrations; nothing is left on the disk.
 *
 * <p>It owns its child processes and its graders: closing it ends them.
 */
public final class SeededGradings implements AutoCloseable {
  private final Workers workers;
  private final Assignments assignments;
  private final PrivateFolder folder;

  private SeededGradings(Workers workers, Assignments assignments, PrivateFolder folder) {
    this.workers = workers;
    this.assignments = assignments;
    this.folder = folder;
  }

  /** Hears of each grading as soon as it has ended. */
  public interface Listener {
    /** Hears nothing. */
    Listener SILENT = (seed, report) -> {};

    /**
     * An answer was graded with a seed.
     *
     * @throws IOException to end the gradings
     */
    void graded(long seed, GradeReport report) throws IOException;
  }

  /**
   * Prepares to grade.
   *
   * @param workers start the child processes; closed with the gradings
   * @throws IOException when the temporary folder cannot be written
   */
  public static SeededGradings open(Workers workers, Assignments assignments) throws IOException {
    return new SeededGradings(workers, assignments, PrivateFolder.create("command"));
  }

  /**
   * Compiles a submission once and grades its answer with each seed.
   *
   * @param seeds at least one
   * @return one report for each seed, in their order
   * @throws IOException when the temporary folder cannot be written, or the listener throws it
   * @throws InterruptedException when the gradings are interrupted
   */
  public List<GradeReport> grade(
      Submission submission, Assignment assignment, List<Long> seeds, Listener listener)
      throws IOException, InterruptedException {
    List<Assignment> assignments = Collections.nCopies(seeds.size(), assignment);
    return grade(submission, seeds, assignments, listener);
  }

  /**
   * Compiles a submission once and grades its answer on each fold of its data, so that every row is
   * hidden once.
   *
   * @param folds at least 2
   * @param seed of the folds, the initial weights and the order of examples
   * @param listener hears of the folds by their numbers, from 1
   * @return one report for each fold, in their order
   * @throws IOException when the temporary folder cannot be written, or the listener throws it
   * @throws InterruptedException when the gradings are interrupted
   */
  public List<GradeReport> gradeFolds(
      Submission submission, Assignment assignment, int folds, long seed, Listener listener)
      throws IOException, InterruptedException {
    List<Assignment> assignments = Folds.of(assignment, folds);
    AtomicInteger number = new AtomicInteger();
    return grade(
        submission,
        Collections.nCopies(folds, seed),
        assignments,
        (same, report) -> listener.graded(number.incrementAndGet(), report));
  }

  private List<GradeReport> grade(
      Submission submission, List<Long> seeds, List<Assignment> all, Listener listener)
      throws IOException, InterruptedException {
    List<GradeReport> reports = new ArrayList<>();
    try (Grader compiler = grader(seeds.get(0));
        Candidate candidate = compiler.compile(submission)) {
      for (int i = 0; i < seeds.size(); i++) {
        try (Grader grader = grader(seeds.get(i))) {
          GradeReport report = grader.grade(candidate, all.get(i), GradingListener.SILENT);
          reports.add(report);
          listener.graded(seeds.get(i), report);
        }
      }
    }
    return reports;
  }

  private Grader grader(long seed) {
    GradeOptions options = GradeOptions.withSeed(seed);
    return new Grader(
        workers, assignments.store(), options, assignments.problems().ids(), folder.path());
  }

  /** Ends all child processes; may be called by any thread. */
  public void interrupt() {
    workers.close();
  }

  @Override
  public void close() {
    workers.close();
    folder.close();
  }
}
