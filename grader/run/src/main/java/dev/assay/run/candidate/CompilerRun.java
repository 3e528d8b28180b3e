package dev.assay.run.candidate;

import dev.assay.protocol.Job;
import dev.assay.run.grading.GradingFiles;
import dev.assay.run.isolation.Isolation;
import dev.assay.run.jobs.IsolationMeter;
import dev.assay.run.processes.Outcome;
import dev.assay.run.processes.Role;
import dev.assay.run.processes.Worker;
import dev.assay.run.processes.Workers;
import dev.assay.run.submissions.Submission;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run of the compiler on a submission: in a process that waits to build afterwards, or in one
 * that serves many submissions.
 *
 * @param outcome how it ended
 * @param isolation how well the process was kept apart; null when it did not come up
 * @param warm the process, to be closed or to build; null where another process builds
 */
record CompilerRun(Outcome outcome, @Nullable Isolation isolation, @Nullable WarmBuilder warm)
    implements AutoCloseable {
  static final int COMPILE_SECONDS = 60;

  /**
   * Compiles.
   *
   * @param folder for class files and the compiler's log
   * @throws IOException when the folder cannot be written or the process not be started
   * @throws InterruptedException when the grader is ending
   */
  static CompilerRun run(Workers workers, Submission submission, Path folder)
      throws IOException, InterruptedException {
    CompilerRun first = workers.compilesForMany() ? runForMany(workers, submission, folder) : null;
    return first == null ? runAlone(workers, submission, folder) : first;
  }

  /** Compiles in a process that serves many; null where one of its own must do it. */
  private static @Nullable CompilerRun runForMany(
      Workers workers, Submission submission, Path folder)
      throws IOException, InterruptedException {
    IsolationMeter meter = new IsolationMeter();
    try (StagedSources sources = StagedSources.of(submission)) {
      Job job =
          new Job.Compile(
              sources.folder(),
              sources.names(),
              Role.forCandidates(workers.installation().classPath()),
              folder.resolve(Candidate.CLASSES),
              null,
              null);
      Path log = folder.resolve(Candidate.LOG);
      Outcome outcome = workers.runWarm(job, COMPILE_SECONDS, log, meter::heard);
      return outcome == null ? null : new CompilerRun(outcome, meter.isolation(), null);
    }
  }

  private static CompilerRun runAlone(Workers workers, Submission submission, Path folder)
      throws IOException, InterruptedException {
    StagedSources sources = StagedSources.of(submission);
    WarmBuilder warm = start(workers, sources, new GradingFiles(folder));
    IsolationMeter meter = new IsolationMeter();
    boolean ended = false;
    try {
      Outcome outcome = warm.compile(COMPILE_SECONDS, folder.resolve(Candidate.LOG), meter::heard);
      ended = true;
      return new CompilerRun(outcome, meter.isolation(), warm);
    } finally {
      if (!ended) {
        warm.close();
      }
    }
  }

  private static WarmBuilder start(Workers workers, StagedSources sources, GradingFiles files)
      throws IOException, InterruptedException {
    int seconds = COMPILE_SECONDS + WarmBuilder.MAX_SECONDS;
    Path log = files.folder().resolve(Candidate.LOG);
    try {
      Worker worker = workers.start(Role.BUILD, job(workers, sources, files), seconds, log);
      return new WarmBuilder(worker, sources, files);
    } catch (IOException | InterruptedException | RuntimeException e) {
      sources.close();
      throw e;
    }
  }

  private static Job job(Workers workers, StagedSources sources, GradingFiles files) {
    List<Path> classPath = Role.forCandidates(workers.installation().classPath());
    return new Job.Compile(
        sources.folder(),
        sources.names(),
        classPath,
        files.folder().resolve(Candidate.CLASSES),
        files.graph(),
        files.model());
  }

  /** Ends the process that waits to build, where there is one. */
  @Override
  public void close() throws IOException {
    if (warm != null) {
      warm.close();
    }
  }
}
