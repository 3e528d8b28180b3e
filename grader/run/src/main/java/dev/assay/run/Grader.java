package dev.assay.run;

import dev.assay.datasets.DataException;
import dev.assay.datasets.DataStore;
import dev.assay.datasets.HiddenSource;
import dev.assay.report.GradeReport;
import dev.assay.report.JsonReports;
import dev.assay.run.processes.Workers;
import dev.assay.run.submissions.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Grades submissions into a run's folder. */
public final class Grader implements AutoCloseable {
  private final Workers workers;
  private final PreparedData datasets;
  private final GradeOptions options;
  private final List<String> knownProblems;
  private final Path runFolder;

  /**
   * Prepares a run.
   *
   * @param workers starts the child processes
   * @param store finds the data
   * @param knownProblems all problems' ids, for messages
   * @param runFolder where results go: {@code <submission>/<problem>/result.json}
   */
  public Grader(
      Workers workers,
      DataStore store,
      GradeOptions options,
      List<String> knownProblems,
      Path runFolder) {
    this(workers, store, null, options, knownProblems, runFolder);
  }

  /**
   * Prepares a run on another hidden part than the published one.
   *
   * @param hidden takes its place; may be null
   */
  public Grader(
      Workers workers,
      DataStore store,
      @Nullable HiddenSource hidden,
      GradeOptions options,
      List<String> knownProblems,
      Path runFolder) {
    this.workers = workers;
    this.datasets = new PreparedData(store, workers.installation().cache(), hidden);
    this.options = options;
    this.knownProblems = List.copyOf(knownProblems);
    this.runFolder = runFolder;
  }

  /**
   * Compiles a submission.
   *
   * @throws IOException when its folder cannot be written
   * @throws InterruptedException when the grader is ending
   */
  public Candidate compile(Submission submission) throws IOException, InterruptedException {
    Path folder = Files.createDirectories(runFolder.resolve(submission.id()));
    Leftovers.ofCompiling(folder);
    return Candidate.compile(workers, submission, folder);
  }

  /**
   * Grades one answer and writes its result.
   *
   * @throws IOException when its folder cannot be written
   * @throws InterruptedException when the grader is ending
   */
  public GradeReport grade(Candidate candidate, Assignment assignment, RunListener listener)
      throws IOException, InterruptedException {
    Path folder = folder(candidate, assignment.problem().id());
    GradeReport report = run(candidate, assignment, listener, folder).grade(knownProblems);
    Path file = new RunFiles(folder).result();
    JsonReports.write(report, file);
    listener.finished(report, file);
    return report;
  }

  /**
   * The result that an earlier run left of the same answer, graded in the same way: with the same
   * sources, problem, data, options, grader and Java, and isolation that still does. A result that
   * is the grader's own fault is none.
   */
  public Optional<GradeReport> earlier(Candidate candidate, Assignment assignment) {
    Provenances now = new Provenances(assignment, options);
    try {
      now.data(datasets.load(assignment.entry(), options.seed()).data().fingerprint());
    } catch (DataException e) {
      // Grading will say so.
      return Optional.empty();
    }
    String problem = assignment.problem().id();
    return EarlierResult.find(
        new RunFiles(runFolder.resolve(candidate.submission().id()).resolve(problem)).result(),
        candidate.submission(),
        problem,
        now.provenance(),
        workers.required());
  }

  /**
   * Writes the one result of a submission that answers none of the problems that are graded.
   *
   * @param graded their ids
   * @throws IOException when its folder cannot be written
   */
  public GradeReport unanswered(Candidate candidate, List<String> graded, RunListener listener)
      throws IOException {
    listener.unanswered(candidate.submission());
    Path folder = folder(candidate, GradeReport.NO_PROBLEM);
    GradeReport report =
        Evidence.unanswered(candidate, options, candidate.unanswered(knownProblems, graded));
    Path file = new RunFiles(folder).result();
    JsonReports.write(report, file);
    listener.finished(report, file);
    return report;
  }

  /**
   * Says why a submission answers none of the problems that are checked.
   *
   * @param checked their ids
   */
  public CheckReport checkUnanswered(Candidate candidate, List<String> checked) {
    Fault fault = candidate.unanswered(knownProblems, checked);
    return new CheckReport(null, 0, List.of(), fault.verdict(), fault.getMessage(), "");
  }

  /**
   * Builds and inspects one answer, without training.
   *
   * @throws IOException when its folder cannot be written
   * @throws InterruptedException when the grader is ending
   */
  public CheckReport check(Candidate candidate, Assignment assignment)
      throws IOException, InterruptedException {
    Path folder = folder(candidate, assignment.problem().id());
    return run(candidate, assignment, RunListener.SILENT, folder).check(knownProblems);
  }

  /** Removes what of a sealed or fresh hidden set lies in a file. */
  @Override
  public void close() {
    datasets.close();
  }

  private GradingRun run(
      Candidate candidate, Assignment assignment, RunListener listener, Path folder) {
    return new GradingRun(
        workers, datasets, options, listener, candidate, assignment, new RunFiles(folder));
  }

  private Path folder(Candidate candidate, String problem) throws IOException {
    Path folder =
        Files.createDirectories(runFolder.resolve(candidate.submission().id()).resolve(problem));
    Leftovers.ofGrading(new RunFiles(folder));
    return folder;
  }
}
