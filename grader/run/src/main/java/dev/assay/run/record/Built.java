package dev.assay.run.record;

import dev.assay.run.jobs.Processes;

/**
 * A builder that ran: its graph and its description lie in the grading's files, unread.
 *
 * @param processes that built it
 */
public record Built(Compiled compiled, Processes processes) implements StageRecord {
  Started started() {
    return compiled.loaded().started();
  }

  @Override
  public Progress progress() {
    return compiled.progress().with(processes);
  }
}
