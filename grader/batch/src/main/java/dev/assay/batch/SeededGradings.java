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
import java.util.List;

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
    List<GradeReport> reports = new ArrayList<>();
    try (Grader compiler = grader(seeds.get(0));
        Candidate candidate = compiler.compile(submission)) {
      for (long seed : seeds) {
        try (Grader grader = grader(seed)) {
          GradeReport report = grader.grade(candidate, assignment, GradingListener.SILENT);
          reports.add(report);
          listener.graded(seed, report);
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
