package dev.assay.batch;

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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

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

  /** A checked answer, before it is told of. */
  private record Checked(Submission submission, String problem, CheckReport report) {}

  /**
   * Checks all answers of all submissions, as many at a time as there are cores.
   *
   * @param listener hears of them in the order of the submissions
   * @throws IOException when the temporary folder cannot be written
   * @throws InterruptedException when the checks are interrupted
   */
  public List<CheckedAnswer> check(List<HandIn> submissions, Listener listener)
      throws IOException, InterruptedException {
    workers.expect(submissions.size());
    int threads = Math.min(Runtime.getRuntime().availableProcessors(), submissions.size());
    ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, threads));
    try {
      List<Future<List<Checked>>> futures = new ArrayList<>();
      for (HandIn submission : submissions) {
        futures.add(pool.submit(() -> check(submission)));
      }
      List<CheckedAnswer> answers = new ArrayList<>();
      for (Future<List<Checked>> future : futures) {
        for (Checked one : Results.get(future)) {
          listener.checked(one.submission(), one.problem(), one.report());
          answers.add(one.report().of(one.submission(), one.problem()));
        }
      }
      return answers;
    } finally {
      pool.shutdownNow();
    }
  }

  private List<Checked> check(HandIn handIn) throws IOException, InterruptedException {
    try (Candidate candidate = grader.compile(handIn.read())) {
      Submission submission = candidate.submission();
      List<Assignment> wanted = selection.wanted(candidate.problems());
      if (wanted.isEmpty()) {
        CheckReport report = grader.checkUnanswered(candidate, selection.ids());
        return List.of(new Checked(submission, GradeReport.NO_PROBLEM, report));
      }
      List<Checked> answers = new ArrayList<>();
      for (Assignment assignment : wanted) {
        CheckReport report = grader.check(candidate, assignment, probes);
        answers.add(new Checked(submission, assignment.problem().id(), report));
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
