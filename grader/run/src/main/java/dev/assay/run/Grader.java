package dev.assay.run;

import dev.assay.datasets.DataStore;
import dev.assay.report.GradeReport;
import dev.assay.report.JsonReports;
import dev.assay.run.processes.Workers;
import dev.assay.run.submissions.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Grades submissions into a run's folder. */
public final class Grader {
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
    this.workers = workers;
    this.datasets = new PreparedData(store, workers.installation().cache());
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
    return Candidate.compile(
        workers, submission, Files.createDirectories(runFolder.resolve(submission.id())));
  }

  /**
   * Grades one answer and writes its result.
   *
   * @throws IOException when its folder cannot be written
   * @throws InterruptedException when the grader is ending
   */
  public GradeReport grade(Candidate candidate, Assignment assignment, RunListener listener)
      throws IOException, InterruptedException {
    Path folder = folder(candidate, assignment);
    GradeReport report = run(candidate, assignment, listener, folder).grade(knownProblems);
    Path file = new RunFiles(folder).result();
    JsonReports.write(report, file);
    listener.finished(report, file);
    return report;
  }

  /**
   * Builds and inspects one answer, without training.
   *
   * @throws IOException when its folder cannot be written
   * @throws InterruptedException when the grader is ending
   */
  public CheckReport check(Candidate candidate, Assignment assignment)
      throws IOException, InterruptedException {
    Path folder = folder(candidate, assignment);
    return run(candidate, assignment, RunListener.SILENT, folder).check(knownProblems);
  }

  private GradingRun run(
      Candidate candidate, Assignment assignment, RunListener listener, Path folder) {
    return new GradingRun(
        workers, datasets, options, listener, candidate, assignment, new RunFiles(folder));
  }

  private Path folder(Candidate candidate, Assignment assignment) throws IOException {
    return Files.createDirectories(
        runFolder.resolve(candidate.submission().id()).resolve(assignment.problem().id()));
  }
}
