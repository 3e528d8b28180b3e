package dev.assay.run.data;

import dev.assay.datasets.files.DataException;
import dev.assay.findings.SentenceException;
import dev.assay.protocol.Job;
import dev.assay.run.grading.Assignment;
import dev.assay.run.grading.GraderException;
import dev.assay.run.jobs.JobOutcome;
import dev.assay.run.jobs.JobRunner;
import dev.assay.run.jobs.ProcessVerdicts;
import dev.assay.run.processes.Role;
import java.nio.file.Path;

/**
 * Runs jobs that read prepared data, which lies in a cache that may be deleted at any time.
 *
 * @param seed of the run, which splits the data
 */
public record DataJobs(JobRunner jobs, PreparedData datasets, Assignment assignment, long seed) {
  /**
   * Loads the data.
   *
   * @throws GraderException when that is not possible
   */
  public PreparedData.Prepared load() {
    try {
      return datasets.load(assignment.entry(), seed);
    } catch (DataException e) {
      throw new GraderException(SentenceException.of(e));
    }
  }

  /**
   * Runs a job, once more where the cache was deleted before the process had its data.
   *
   * @throws GraderException when no process could be started, or the data not be loaded again
   * @throws InterruptedException when the grader is ending
   */
  public JobOutcome run(
      Role role,
      Job job,
      int limitSeconds,
      Path log,
      PreparedData.Prepared data,
      JobRunner.Listener listener)
      throws InterruptedException {
    try {
      JobOutcome outcome = jobs.run(role, job, limitSeconds, log, listener);
      if (data.isIntact() || !ProcessVerdicts.isOfGrader(outcome.outcome())) {
        return outcome;
      }
    } catch (GraderException e) {
      if (data.isIntact()) {
        throw e;
      }
    }
    load();
    return jobs.run(role, job, limitSeconds, log, listener);
  }
}
