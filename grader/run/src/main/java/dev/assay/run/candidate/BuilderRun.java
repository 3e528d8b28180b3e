package dev.assay.run.candidate;

import dev.assay.problems.ProblemSpec;
import dev.assay.protocol.Job;
import dev.assay.run.grading.GradingFiles;
import dev.assay.run.grading.GradingListener;
import dev.assay.run.jobs.JobOutcome;
import dev.assay.run.jobs.JobRunner;
import dev.assay.run.jobs.Processes;
import dev.assay.run.jobs.Retry;
import dev.assay.run.processes.Outcome;
import dev.assay.run.processes.Role;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs a candidate's builder: the only part of a grading that runs the candidate's code. */
public record BuilderRun(JobRunner jobs, Candidate candidate, GradingListener listener) {
  /**
   * Runs a builder: in the process that has compiled it, where that waits for it, else in a new
   * one.
   *
   * @param builder the name of its class
   * @param files that take the graph, its description and what is printed
   * @throws GraderException when no process could be started
   * @throws InterruptedException when the grader is ending
   */
  public JobOutcome run(String builder, ProblemSpec spec, GradingFiles files)
      throws InterruptedException {
    Outcome outcome = runWarm(builder, spec, files);
    if (outcome != null && !Retry.isDue(Role.BUILD, outcome)) {
      return new JobOutcome(outcome, new Processes(null, List.of(), true), null);
    }
    Job job = new Job.Build(candidate.classes(), builder, spec, files.graph(), files.model());
    int limit = spec.limits().buildSeconds();
    return jobs.run(
        Role.BUILD, job, limit, files.buildLog(), JobRunner.Listener.ofRetries(listener));
  }

  /** Null where no process waits. */
  private @Nullable Outcome runWarm(String builder, ProblemSpec spec, GradingFiles files)
      throws InterruptedException {
    WarmBuilder warm = candidate.warm();
    try {
      return warm == null ? null : warm.build(builder, spec, files);
    } catch (IOException e) {
      throw JobRunner.notStarted(e);
    }
  }
}
