package dev.assay.batch;

import dev.assay.problems.Problem;
import dev.assay.report.CheckedAnswer;
import dev.assay.report.GradeReport;
import dev.assay.run.CheckReport;
import dev.assay.run.Grader;
import dev.assay.run.candidate.Candidate;
import dev.assay.run.grading.Assignment;
import dev.assay.run.grading.GradeOptions;
import dev.assay.run.processes.Workers;
import dev.assay.run.submissions.HandIn;
import dev.assay.run.submissions.Submission;
import dev.assay.run.temporary.PrivateFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Compiles, builds and inspects submissions without training; nothing is left on the disk.
 *
 * <p>It owns its child processes and its grader: closing it ends them.
 */
public final class Checks implements AutoCloseable {
  private final Workers workers;
  private final PrivateFolder folder;
  private final Grader grader;
  private final Selection selection;
  private final boolean probes;

  private Checks(
      Workers workers, PrivateFolder folder, Grader grader, Selection selection, boolean probes) {
    this.workers = workers;
    this.folder = folder;
    this.grader = grader;
    this.selection = selection;
    this.probes = probes;
  }

  /** Hears of each answer as soon as it is checked. */
  public interface Listener {
    /**
     * An answer was checked.
     *
     * @param problem its id, or {@link GradeReport#NO_PROBLEM} where the submission answers none
     */
    void checked(Submission submission, String problem, CheckReport report);
  }

  /**
   * Prepares to check.
   *
   * @param workers start the child processes; closed with the checks
   * @param probes whether models are also run on a few examples of the training set
   * @throws IOException when the temporary folder cannot be written
   */
  public static Checks open(Workers workers, Selection selection, boolean probes)
      throws IOException {
    PrivateFolder folder = PrivateFolder.create("command");
    GradeOptions options = GradeOptions.withSeed(GradeOptions.DEFAULT_SEED);
    Assignments assignments = selection.assignments();
    Grader grader =
        new Grader(
            workers, assignments.store(), options, assignments.problems().ids(), folder.path());
    return new Checks(workers, folder, grader, selection, probes);
  }

  /** Expects a number of submissions, so that what they need is ready when they come. */
  public void expect(int submissions) {
    workers.expect(submissions);
  }

  /**
   * Checks all answers of a submission.
   *
   * @throws IOException when the temporary folder cannot be written
   * @throws InterruptedException when the checks are interrupted
   */
  public List<CheckedAnswer> check(HandIn handIn, Listener listener)
      throws IOException, InterruptedException {
    try (Candidate candidate = grader.compile(handIn.read())) {
      Submission submission = candidate.submission();
      List<Assignment> wanted = selection.wanted(candidate.problems());
      if (wanted.isEmpty()) {
        CheckReport report = grader.checkUnanswered(candidate, selection.ids());
        listener.checked(submission, GradeReport.NO_PROBLEM, report);
        return List.of(report.of(submission, GradeReport.NO_PROBLEM));
      }
      List<CheckedAnswer> answers = new ArrayList<>();
      for (Assignment assignment : wanted) {
        Problem problem = assignment.problem();
        CheckReport report = grader.check(candidate, assignment, probes);
        listener.checked(submission, problem.id(), report);
        answers.add(report.of(submission, problem.id()));
      }
      return answers;
    }
  }

  /** Ends all child processes; may be called by any thread. */
  public void interrupt() {
    workers.close();
  }

  @Override
  public void close() {
    workers.close();
    grader.close();
    folder.close();
  }
}
